/** What the page of ours answers. */
export interface Loaded {
  seconds: number | null;
  width: number;
  height: number;
  says: string | null;
}
export interface Still {
  jpeg: string;
  seconds: number;
  width: number;
  height: number;
  says: string | null;
}
declare let film: HTMLVideoElement;

/** Opens a film, and learns its length where it does not say it. */
async function load(src: string): Promise<Loaded> {
  film?.remove();
  film = document.createElement('video');
  Object.assign(film, { muted: true, preload: 'auto', src });
  document.body.append(film);
  const says = await new Promise<string | null>((told) => {
    film.onloadeddata = film.oncanplay = () => told(null);
    film.onloadedmetadata = () => film.videoWidth === 0 && told(null);
    film.onerror = () => told(`the browser cannot show it (${film.error?.message || film.error?.code || 'unknown'})`.slice(0, 300));
  });
  if (says === null && film.duration === Infinity)
    await new Promise<void>((told) => {
      film.ondurationchange = () => film.duration < Infinity && told();
      film.currentTime = 1e9;
    });
  return { seconds: Number.isFinite(film.duration) ? film.duration : null, width: film.videoWidth, height: film.videoHeight, says };
}

async function still(at: number, pixels: number): Promise<Still> {
  if (Math.abs(film.currentTime - at) > 0.001 || film.readyState < 2)
    await new Promise<void>((done) => {
      film.onseeked = () => done();
      film.currentTime = at;
    });
  const shrunk = Math.min(1, pixels / film.videoWidth);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(film.videoWidth * shrunk));
  canvas.height = Math.max(1, Math.round(film.videoHeight * shrunk));
  const { width, height } = canvas;
  canvas.getContext('2d')!.drawImage(film, 0, 0, width, height);
  const jpeg = canvas.toDataURL('image/jpeg', 0.85).split(',')[1] ?? '';
  return { jpeg, seconds: film.currentTime, width, height, says: jpeg === '' ? 'the picture was too large' : null };
}

export const PLAYER = `<!doctype html><meta charset="utf-8"><body><script>let film; const load = ${load.toString()}; const still = ${still.toString()}</script>`;
