import mediaInfo, { type GeneralTrack, type MediaInfo, type VideoTrack } from 'mediainfo.js';
import type { Bytes } from './bytes.js';
import type { FileClaims } from './claims.js';

/** a file made so that it is read round and round ends here */
const MOST_READ = 100_000_000;
let loaded: Promise<MediaInfo> | undefined;

/** What a film or a sound says, as MediaInfo reads it: moments and the names of makers in its own form, nothing decoded. */
export async function mediaClaims(bytes: Bytes): Promise<FileClaims> {
  let left = MOST_READ;
  const info = await (loaded ??= mediaInfo({ format: 'object' }));
  const { media } = await info.analyzeData(bytes.size, (length, from) => {
    left -= length;
    return left < 0 ? Buffer.alloc(0) : bytes.at(from, length);
  });
  const tracks = media?.track ?? [];
  const file = tracks.find((track): track is GeneralTrack => track['@type'] === 'General');
  const film = tracks.find((track): track is VideoTrack => track['@type'] === 'Video');
  if (!file) return {};
  return {
    takenAt: file.Recorded_Date ?? file.Encoded_Date,
    device: joined(file.Encoded_Hardware_CompanyName, file.Encoded_Hardware_Name ?? file.Encoded_Hardware_Model),
    software:
      file.Encoded_Application ?? joined(file.Encoded_OperatingSystem_Name, file.Encoded_OperatingSystem_Version) ?? file.Encoded_Library,
    title: file.Title,
    author: file.Performer,
    place: placeOf(file.Recorded_Location),
    seconds: file.Duration,
    width: film?.Width,
    height: film?.Height,
  };
}
const joined = (...said: (string | undefined)[]): string | undefined => said.filter(Boolean).join(' ') || undefined;

/** `21.0285°N 105.8542°E`, perhaps with a height. */
function placeOf(said: string | undefined): FileClaims['place'] {
  const [, latitude, ns, longitude, ew] = /^([\d.]+)°([NS]) ([\d.]+)°([EW])/.exec(said ?? '') ?? [];
  if (!latitude) return undefined;
  return { latitude: Number(latitude) * (ns === 'S' ? -1 : 1), longitude: Number(longitude) * (ew === 'W' ? -1 : 1) };
}
