// What a person cannot read or press in the page as it is: cut, covered, out of reach. No test.
async () => {
  const open = (one) => one.checkVisibility() && getComputedStyle(one).position === 'fixed';
  const frame = document.querySelector('dialog[open]')
    ?? [document.querySelector('#panel')].find(open) ?? document.body;
  const found = new Set();
  const name = (one) => one.id || one.className.baseVal || one.className || one.tagName;
  const there = (one) => one.checkVisibility({visibilityProperty: true, opacityProperty: false});
  // For a screen reader alone.
  const unseen = (one) => {
    for (let at = one; at && at !== frame; at = at.parentElement) {
      const {clipPath, width, position} = getComputedStyle(at);
      if (position === 'absolute' && clipPath !== 'none' && width === '1px') return true;
    }
    return false;
  };
  const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  const page = document.documentElement;
  if (page.scrollWidth > innerWidth) found.add(`the page is ${page.scrollWidth} wide`);
  for (const one of [frame, ...frame.querySelectorAll('.panel, .facts, .save-card, .gate, .gate-body, .gate-foot, .card, .strip')]) {
    if (!there(one) || one === document.body) continue;
    if (one.scrollWidth > one.clientWidth + 1) found.add(`${name(one)} scrolls sideways`);
  }

  // What is scrolled, so that it can be put back.
  const places = [...document.querySelectorAll('*')]
    .filter(e => e.scrollHeight > e.clientHeight || e.scrollWidth > e.clientWidth)
    .map(e => [e, e.scrollLeft, e.scrollTop]);

  // Controls: each can be brought into the window, and nothing lies over it there.
  const controls = 'button, select, input, textarea, summary, label.button, a';
  for (const one of frame.querySelectorAll(controls)) {
    if (!there(one) || unseen(one) || one.closest('.canvas')) continue;
    const target = one.matches('.add input') ? one.parentElement : one;
    if (target.tabIndex < 0 && target.matches('.image-close')) continue;
    target.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
    let box = target.getBoundingClientRect();
    if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 && box.height < innerHeight
        || box.bottom > innerHeight + 1 && box.height < innerHeight) {
      found.add(`${name(one)} stays outside the window`);
      continue;
    }
    const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const inset = 5;
    const at = [[middleX, middleY], [box.left + inset, middleY], [box.right - inset, middleY],
      [middleX, box.top + inset], [middleX, box.bottom - inset]];
    for (const [x, y] of at) {
      const top = document.elementFromPoint(x, y);
      const own = top && (target.contains(top) || top.contains(target) && top.matches('label')
        || [...(one.labels ?? [])].some(label => label.contains(top))
        || one.closest('.image-card')?.contains(top));
      if (!own) {
        found.add(`${name(one)} is covered by ${top ? name(top) : 'nothing'}`);
        break;
      }
    }
  }

  // Words: none reach beyond what holds them.
  const walk = document.createTreeWalker(frame, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const holder = text.parentElement;
    if (!text.data.trim() || !there(holder) || unseen(holder)) continue;
    if (holder.closest('.cut-name, option, .sprite, pre, .tag-text')) continue;
    if (getComputedStyle(holder).textOverflow === 'ellipsis') continue; // the rest is in a tooltip
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter(line => line.width > 0);
    if (!lines.length) continue;
    const left = Math.min(...lines.map(line => line.left));
    const right = Math.max(...lines.map(line => line.right));
    const top = Math.min(...lines.map(line => line.top));
    const bottom = Math.max(...lines.map(line => line.bottom));
    for (let box = holder; box && box !== page; box = box.parentElement) {
      const style = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const pressed = box.matches('button, .button, .chip, .seal');
      const cuts = (way) => pressed || /hidden|clip/.test(style[way]);
      if (cuts('overflowX') && (left < edge.left - 1 || right > edge.right + 1))
        found.add(`words of ${name(box)} are cut at the side: ${text.data.trim().slice(0, 30)}`);
      // The line's own box is higher than its letters.
      const slack = 3;
      if (cuts('overflowY') && (top < edge.top - slack || bottom > edge.bottom + slack))
        found.add(`words of ${name(box)} are cut above or below: ${text.data.trim().slice(0, 30)}`);
      if (/auto|scroll/.test(style.overflowY) || style.position === 'fixed') break;
    }
  }
  for (const [one, x, y] of places) one.scrollTo(x, y);
  await settled();
  return [...found];
}
