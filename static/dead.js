// What the page shows if it has no Python, or none that can be trusted.

// The benchmark's page has no sentence for it.
/** @type {HTMLElement | null} */
const sentence = document.querySelector('#not-started');

// In a saved file it stands there until a script runs (app/build/page.py).
if (sentence) {
  sentence.hidden = true;
  sentence.classList.remove('late');
}

// Python may be at work still, and shows and hides what it knows: all of that is within these.
export function notStarted() {
  if (sentence) document.body.prepend(sentence);
  for (const part of document.body.children) part.toggleAttribute('hidden', part !== sentence);
}
