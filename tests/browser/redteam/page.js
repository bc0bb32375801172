// A hostile page: elements, styles, frames, workers. Resolves to {place: {attack: outcome}}.
const put = (tag, facts, where = document.body) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
  const heard = events(element, ['load', 'loadeddata', 'canplay'], ['error']);
  where.append(element);
  return heard;
};
const link = facts => put('link', facts, document.head);
const style = text => {
  const element = document.createElement('style');
  element.textContent = text;
  document.head.append(element);
  const seen = document.createElement('p');
  seen.id = 'leak-style';
  seen.textContent = 'x';
  document.body.append(seen);
  return new Promise(() => {});
};
const inner = markup => {
  const holder = document.createElement('div');
  document.body.append(holder);
  holder.innerHTML = markup;
  return new Promise(() => {});
};
const blank = () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return frame.contentWindow;
};
const submit = (url, facts) => {
  const frame = document.createElement('iframe');
  frame.name = 'sink' + Math.random();
  const form = document.createElement('form');
  Object.assign(form, { action: url, target: frame.name, ...facts });
  document.body.append(frame, form);
  form.submit();
  return new Promise(() => {});
};
const stun = async (Connection, port) => {
  const connection = new Connection({ iceServers: [{ urls: `stun:${HOST}:${port}` }] });
  connection.createDataChannel('leak');
  const gathered = new Promise(done => {
    connection.onicegatheringstatechange = () =>
      connection.iceGatheringState === 'complete' && done('gathered');
  });
  await connection.setLocalDescription(await connection.createOffer());
  return gathered;
};
const page = {
  ...shared,
  ...hirings,
  'beacon': async url => navigator.sendBeacon(url, 'x') ? 'sent' : 'refused',
  'fetch-later': async url => { fetchLater(url, { activateAfter: 0 }); return 'sent'; },
  'image.png': url => { const i = new Image(); i.src = url; return events(i, ['load'], []); },
  'image-srcset.png': url => put('img', { srcset: url }),
  'picture.png': url => inner(`<picture><source srcset="${url}"><img alt=""></picture>`),
  'svg-image.png': url => inner(`<svg><image href="${url}" width="9" height="9"/></svg>`),
  'svg-use.svg': url => inner(`<svg><use href="${url}#a"/></svg>`),
  'input-image.png': url => put('input', { type: 'image', src: url }),
  'body-background.png': url => { document.body.setAttribute('background', url); },
  'css-import.css': url => style(`@import "${url}";`),
  'css-background.png': url => style(`#leak-style { background: url(${url}) }`),
  'css-inline.png': url => put('div', { style: `height: 9px; background: url(${url})` }),
  'css-object.png': url => {
    const element = document.createElement('div');
    element.style.height = '9px';
    element.style.backgroundImage = `url(${url})`;
    document.body.append(element);
  },
  'css-adopted.png': url => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { border-image-source: url(${url}) }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  'css-font.woff2': url => style(
    `@font-face { font-family: leak2; src: url(${url}) } #leak-style { font-family: leak2 }`),
  'stylesheet.css': url => link({ rel: 'stylesheet', href: url }),
  'icon.png': url => link({ rel: 'icon', href: url }),
  'manifest.json': url => link({ rel: 'manifest', href: url }),
  'prefetch': url => link({ rel: 'prefetch', href: url }),
  'prefetch-document.html': url => link({ rel: 'prefetch', as: 'document', href: url }),
  'preload.png': url => link({ rel: 'preload', as: 'image', href: url }),
  'preload.woff2': url => link({ rel: 'preload', as: 'font', crossorigin: '', href: url }),
  'preload-script.js': url => link({ rel: 'preload', as: 'script', href: url }),
  'preload-fetch': url => link({ rel: 'preload', as: 'fetch', crossorigin: '', href: url }),
  'prerender.html': url => link({ rel: 'prerender', href: url }),
  'modulepreload.js': url => link({ rel: 'modulepreload', href: url }),
  'speculation.html': url => {
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.textContent = JSON.stringify({ prefetch: [{ urls: [url], eagerness: 'immediate' }] });
    document.head.append(script);
  },
  'script.js': url => put('script', { src: url }),
  'module.js': url => put('script', { src: url, type: 'module' }),
  'form-post.html': url => submit(url, { method: 'post' }),
  'form-get.html': url => submit(url, { method: 'get' }),
  'iframe.html': url => put('iframe', { src: url }),
  'iframe-srcdoc.png': url => put('iframe', { srcdoc: `<img src="${url}">` }),
  'iframe-blob.png': url => put('iframe', {
    src: URL.createObjectURL(new Blob([`<img src="${url}">`], { type: 'text/html' })) }),
  'iframe-data.png': url => put('iframe', {
    src: 'data:text/html,' + encodeURIComponent(`<img src="${url}">`) }),
  'object.html': url => put('object', { data: url }),
  'embed.html': url => put('embed', { src: url, type: 'text/html' }),
  'audio.mp3': url => put('audio', { src: url, preload: 'auto' }),
  'video.mp4': url => put('video', { src: url, preload: 'auto' }),
  'poster.png': url => put('video', { poster: url }),
  'track.vtt': url => inner(
    `<video><track default kind="subtitles" src="${url}"></video>`),
  'shared-worker.js': url => events(new SharedWorker(url), [], ['error']),
  'service-worker.js': url => settled(navigator.serviceWorker.register(url)),
  'worklet.js': url => settled(new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule(url)),
  'ping': url => {
    const anchor = document.createElement('a');
    Object.assign(anchor, { href: '#pinged', ping: url });
    document.body.append(anchor);
    anchor.click();
  },
  'blank-fetch': url => settled(blank().fetch(url, { mode: 'no-cors' })),
  'blank-image.png': url => { new (blank().Image)().src = url; },
  'blank-websocket': url =>
    events(new (blank().WebSocket)(url.replace('http', 'ws')), ['open'], ['error']),
  'blank-worker.js': url => events(new (blank().Worker)(url), ['message'], ['error']),
  'blank-beacon': async url => blank().navigator.sendBeacon(url, 'x') ? 'sent' : 'refused',
};
// What a policy has no word for in every browser; told apart so that tests can name each.
const rtc = {
  'rtc': () => stun(RTCPeerConnection, PORTS['rtc']),
  'blank-rtc': () => stun(blank().RTCPeerConnection, PORTS['blank-rtc']),
};
const hire = (source, place) => {
  const hired = new Worker(URL.createObjectURL(new Blob([source])));
  hired.postMessage({ source, place, origin: ORIGIN, patience: PATIENCE, depth: 1 });
  return report(hired, 10 * PATIENCE);
};
const [inPage, inWorkers, media] = await Promise.all([
  run(page, 'page', ORIGIN, PATIENCE),
  hire(WORKER, 'worker'),
  run(rtc, 'page', ORIGIN, PATIENCE),
]);
// Nothing is asked of these but a bare connection, so only the other server's log can tell.
for (const rel of ['preconnect', 'dns-prefetch']) link({ rel, href: OTHER_ORIGIN });
await new Promise(done => setTimeout(done, PATIENCE));
return { page: inPage, media, ...inWorkers };
