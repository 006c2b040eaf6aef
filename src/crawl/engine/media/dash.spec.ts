import { expect, test } from '@jest/globals';
import { dashPlan, dashTracks, isDash, isoSeconds } from './dash.js';
import { filled } from './dash-segments.js';
import { Unplayable } from './stream.js';

const AT = 'https://media.example/a/film.mpd';
const mpd = (inner: string, attributes = 'mediaPresentationDuration="PT10S"') => `<?xml version="1.0"?>\n<MPD ${attributes}>${inner}</MPD>`;
const video = (inner: string, more = '') =>
  `<AdaptationSet contentType="video"${more}><Representation id="v1" bandwidth="800000" width="640" height="360">${inner}</Representation></AdaptationSet>`;
const urls = (text: string, now = { now: 0, back: 60 }, most = 100) =>
  dashPlan(dashTracks(text, AT)[0], most, now).pieces.map((p) => p.url.replace('https://media.example/', ''));

test('numbers are counted to the end of the period, and the addresses of all levels lead to them', () => {
  const text = mpd(
    `<BaseURL>x/</BaseURL><Period><BaseURL>y/</BaseURL><AdaptationSet mimeType="video/mp4"><SegmentTemplate timescale="10" duration="40" startNumber="5" initialization="$RepresentationID$/i" media="$RepresentationID$/$Number%03d$"/><Representation id="v" bandwidth="1"><BaseURL>z/</BaseURL></Representation></AdaptationSet></Period>`,
  );
  expect(isDash(text)).toBe(true);
  expect(urls(text)).toEqual(['a/x/y/z/v/i', 'a/x/y/z/v/005', 'a/x/y/z/v/006', 'a/x/y/z/v/007']);
});
test('a list of fifty thousand segments is read for the rendition that is kept, and too many renditions are none', () => {
  const named = (renditions: number) =>
    mpd(
      `<Period><SegmentList duration="1">${'<SegmentURL media="1"/>'.repeat(50_000)}</SegmentList><AdaptationSet contentType="video">${'<Representation/>'.repeat(renditions)}</AdaptationSet></Period>`,
    );
  const began = Date.now();
  const tracks = dashTracks(named(2_000), AT);
  expect(dashPlan(tracks[0], 3, { now: 0, back: 0 })).toMatchObject({
    says: ['its list names 50000 segments; the first 3 were asked for'],
  });
  expect(() => dashTracks(named(49_000), AT)).toThrow('its list names too many renditions');
  expect(Date.now() - began).toBeLessThan(5_000);
});
test('names that would grow without end are refused', () => {
  const id = 'x'.repeat(1_000_000);
  const text = mpd(
    `<Period><AdaptationSet contentType="video"><Representation id="${id}"><SegmentTemplate duration="1" media="${'$RepresentationID$'.repeat(1_000)}"/></Representation></AdaptationSet></Period>`,
  );
  expect(() => urls(text)).toThrow(Unplayable);
});
test('a line of time is followed, its repeats up to the next mark or the end', () => {
  const line = (s: string) =>
    mpd(
      `<Period>${video(`<SegmentTemplate timescale="1" media="$Time$"><SegmentTimeline>${s}</SegmentTimeline></SegmentTemplate>`)}</Period>`,
    );
  expect(urls(line('<S t="100" d="2" r="1"/><S d="3"/><S t="200" d="1"/>'))).toEqual(['a/100', 'a/102', 'a/104', 'a/200']);
  expect(urls(line('<S t="0" d="4" r="-1"/>'))).toEqual(['a/0', 'a/4', 'a/8']);
});
test('a list of segments keeps its ranges; a single file is one piece', () => {
  const listed = mpd(
    `<Period>${video('<BaseURL>f.mp4</BaseURL><SegmentList duration="5"><Initialization range="0-99"/><SegmentURL mediaRange="100-199"/><SegmentURL mediaRange="200-299"/></SegmentList>')}</Period>`,
  );
  expect(dashPlan(dashTracks(listed, AT)[0], 9, { now: 0, back: 0 }).pieces).toMatchObject([
    { url: 'https://media.example/a/f.mp4', range: [0, 99], role: 'init' },
    { range: [100, 199], seconds: 5 },
    { range: [200, 299] },
  ]);
  expect(
    urls(
      mpd(
        `<Period>${video('<BaseURL>f.mp4</BaseURL><SegmentBase indexRange="700-799"><Initialization range="0-699"/></SegmentBase>')}</Period>`,
      ),
    ),
  ).toEqual(['a/f.mp4']);
});
test('periods follow each other, each by its own names', () => {
  const period = (n: number) =>
    `<Period duration="PT4S">${video(`<SegmentTemplate duration="2" initialization="i${n}" media="p${n}-$Number$"/>`)}</Period>`;
  const text = mpd(period(1) + period(2));
  expect(urls(text)).toEqual(['a/i1', 'a/p1-1', 'a/p1-2', 'a/i2', 'a/p2-1', 'a/p2-2']);
});
test('of a stream that goes on, what is there now', () => {
  const text = mpd(
    `<Period start="PT0S">${video('<SegmentTemplate duration="2" startNumber="1" media="$Number$"/>')}</Period>`,
    'type="dynamic" availabilityStartTime="1970-01-01T00:00:00Z"',
  );
  expect(urls(text, { now: 101, back: 6 })).toEqual(['a/48', 'a/49', 'a/50']);
});
test('what is protected, and what has no segment, is refused in words', () => {
  expect(() =>
    urls(mpd(`<Period>${video('<SegmentTemplate duration="2" media="x"/>').replace('<Rep', '<ContentProtection/><Rep')}</Period>`)),
  ).toThrow('it is protected');
  expect(() => urls(mpd(`<Period>${video('<SegmentTemplate media="x"/>')}</Period>`))).toThrow('its list names no segment');
});
test('a list that means harm ends in time', () => {
  const many = mpd(
    `<Period>${video('<SegmentTemplate timescale="1" media="$Time$"><SegmentTimeline><S t="0" d="1" r="999999999"/></SegmentTimeline></SegmentTemplate>')}</Period>`,
  );
  expect(urls(many, undefined, 50)).toHaveLength(50);
  expect(() => dashTracks('<!DOCTYPE x [<!ENTITY a "aa">]><MPD/>', AT)).toThrow('definitions of its own');
  expect(() => dashTracks('<a>'.repeat(100_000), AT)).toThrow('too large or too deep');
  expect(() => dashTracks(`<MPD ${'a'.repeat(2_000_000)}`, AT)).toThrow('ends within a tag');
  const began = Date.now();
  expect(dashTracks(`<MPD ${'a '.repeat(1_000_000)}></MPD>`, AT)).toEqual([]);
  expect(dashTracks(`<MPD ${'a="" '.repeat(300_000)}></MPD>`, AT)).toEqual([]);
  expect(Date.now() - began).toBeLessThan(3_000);
});
test('templates and times are read as the standard writes them', () => {
  expect(filled('$$-$RepresentationID$-$Number%05d$-$Bandwidth$', { RepresentationID: 'r', Bandwidth: '9' }, 42)).toBe('$-r-00042-9');
  expect([isoSeconds('PT1H2M3.5S'), isoSeconds('P1DT1S'), isoSeconds('x'), isoSeconds(undefined)]).toEqual([3_723.5, 86_401, null, null]);
});
