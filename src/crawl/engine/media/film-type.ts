import { fileTypeFromFile } from 'file-type';

const FILM = /^(video|audio)\//;

/** What a film is by its bytes; a server's word for it counts nothing. */
export async function filmType(path: string, kind: 'video' | 'audio'): Promise<string | undefined> {
  const mime = (await fileTypeFromFile(path))?.mime;
  return kind === 'audio' && mime === 'video/mp4' ? 'audio/mp4' : mime;
}
export const isFilm = async (path: string | null): Promise<boolean> => path !== null && FILM.test((await filmType(path, 'video')) ?? '');
