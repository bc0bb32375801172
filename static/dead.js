// What the page shows if its Python cannot run or cannot be trusted.

// The benchmark page has no such sentence.
/** @type {HTMLElement | null} */
const sentence = document.querySelector('#not-started');

// A saved file shows the sentence until a script runs (app/build/page.py).
if (sentence) {
  sentence.hidden = true;
  sentence.classList.remove('late');
}

// Python may still be running and toggle elements; all of those are inside the ones hidden here.
export function notStarted() {
  if (sentence) document.body.prepend(sentence);
  for (const part of document.body.children) part.toggleAttribute('hidden', part !== sentence);
}
