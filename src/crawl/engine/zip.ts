import { Readable } from 'node:stream';
import yauzl from 'yauzl';

export interface OpenZip {
  names: string[];
  /** a range only of an entry that is stored as it is */
  open(name: string, range?: { start: number; end: number }): Promise<Readable>;
  read(name: string): Promise<Buffer>;
  close(): void;
}
const LARGEST_READ = 64 * 1_048_576;

/** A zip file whose entries are read by name; two entries of one name are refused. */
export async function openZip(file: string): Promise<OpenZip> {
  const zip = await new Promise<yauzl.ZipFile>((done, fail) =>
    yauzl.open(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) =>
      error ? fail(error) : done(opened),
    ),
  );
  const entries = new Map<string, yauzl.Entry>();
  await new Promise<void>((done, fail) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.has(entry.fileName)) fail(new Error(`${entry.fileName} is in it twice`));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => done());
    zip.on('error', fail);
    zip.readEntry();
  });
  const open = (name: string, range?: { start: number; end: number }): Promise<Readable> =>
    new Promise((done, fail) =>
      zip.openReadStream(entries.get(name)!, range ?? {}, (error, stream) => (error ? fail(error) : done(stream))),
    );
  return {
    names: [...entries.keys()],
    open,
    close: () => zip.close(),
    read: async (name) => {
      if (entries.get(name)!.uncompressedSize > LARGEST_READ) throw new Error(`${name} is too large`);
      const parts: Buffer[] = [];
      for await (const chunk of (await open(name)) as AsyncIterable<Buffer>) parts.push(chunk);
      return Buffer.concat(parts);
    },
  };
}
