// Finds one visible element by role and accessible name, the way a person or a screen reader would.
// Covers the roles these tests use; it is no full implementation of the accessible-name algorithm.
(role, name) => {
  const implicit = {
    button: 'button, input[type=button], input[type=submit], summary',
    link: 'a[href]',
    textbox: 'input:not([type]), input[type=text], input[type=search], textarea',
    spinbutton: 'input[type=number]',
    checkbox: 'input[type=checkbox]',
    combobox: 'select',
    file: 'input[type=file]',
    status: 'output',
    heading: 'h1, h2, h3, h4, h5, h6',
    option: 'option',
    img: 'img',
  };
  const tidy = text => (text || '').replace(/\s+/g, ' ').trim();
  const spoken = node => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.getAttribute('aria-hidden') === 'true') return '';
    if (node.tagName === 'INPUT' || node.tagName === 'SELECT') return '';
    if (node.hasAttribute('aria-label')) return node.getAttribute('aria-label');
    if (node.tagName === 'IMG') return node.alt;
    return [...node.childNodes].map(spoken).join('');
  };
  const named = element => {
    const by = element.getAttribute('aria-labelledby');
    if (by) return by.split(/\s+/).map(id => spoken(document.getElementById(id))).join(' ');
    if (element.hasAttribute('aria-label')) return element.getAttribute('aria-label');
    if (element.labels && element.labels.length) return [...element.labels].map(spoken).join(' ');
    return spoken(element) || element.getAttribute('title') || element.value || '';
  };
  const selector = `[role="${role}"]` + (role in implicit ? ', ' + implicit[role] : '');
  const fits = [...document.querySelectorAll(selector)].filter(
    element => (element.getAttribute('role') || role) === role && tidy(named(element)) === name);
  // A file input may be hidden behind its label; everything else must be there to see.
  const seen = fits.filter(element => role === 'file' || element.getClientRects().length > 0);
  return seen[0] || null;
}
