import type { CDPSession } from 'puppeteer-core';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from './raw.js';

const TILE = 8_000; // beyond 16,384 pixels browsers draw nothing
const OVERLAP = 100;
type Clip = Pick<Picture, 'x' | 'y' | 'width' | 'height'>;

/** The pictures of one page, each with the moment and the part of the page that it shows. */
export class Pictures {
  readonly taken: Picture[] = [];
  constructor(
    private readonly cdp: CDPSession,
    private readonly rawDir: string,
    private readonly viewport: { width: number; height: number },
    /** of the page’s layout, which may be wider than a phone */
    private readonly width: () => Promise<number>,
  ) {}

  /** What a visitor sees first. */
  view(file: string): Promise<void> {
    return this.take(file, { x: 0, y: 0, ...this.viewport }, false);
  }

  /** The whole page in tiles that overlap, the first named page.png. */
  async page(height: number): Promise<{ height: number; tiles: number }> {
    const width = await this.width();
    let tiles = 0;
    for (let y = 0; y === 0 || y + OVERLAP < height; y += TILE - OVERLAP) {
      const clip = { x: 0, y, width, height: Math.max(1, Math.min(TILE, height - y)) };
      await this.take(tiles === 0 ? 'page.png' : `page-${tiles + 1}.png`, clip);
      tiles++;
    }
    return { height, tiles };
  }

  /** The post alone, its upper part where it is longer than a tile. */
  async post({ x, y, width, height }: Clip): Promise<void> {
    const left = Math.max(0, x);
    const clip = { x: left, y: Math.max(0, y), width: Math.min(x + width, await this.width()) - left, height: Math.min(height, TILE) };
    if (clip.width >= 1 && clip.height >= 1) await this.take('post.png', clip);
  }

  private async take(file: string, clip: Clip, beyond = true): Promise<void> {
    const at = new Date().toISOString();
    const { data } = await this.cdp.send('Page.captureScreenshot', {
      format: 'png',
      ...(beyond ? { captureBeyondViewport: true, clip: { ...clip, scale: 1 } } : {}),
    });
    await writeFile(join(this.rawDir, file), Buffer.from(data, 'base64'));
    this.taken.push({ file, at, ...clip });
  }
}
