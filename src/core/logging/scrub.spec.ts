import { describe, expect, test } from '@jest/globals';
import { scrub } from './scrub.js';

describe('the last sieve of the log', () => {
  test('takes out e-mail addresses, phone numbers, receipt codes and query strings', () => {
    expect(scrub('Key (email)=(lan.nguyen@so.example.vn) already exists')).toBe('Key (email)=([e-mail]) already exists');
    expect(scrub('gọi 0912 345 678 hoặc +84912345678')).toBe('gọi [phone] hoặc [phone]');
    expect(scrub('GET /receipt/7K3M-Q2ZX-91AB-CDEF')).toBe('GET /receipt/[receipt code]');
    expect(scrub('https://mang.example/tim?q=ai&trang=2 hỏng')).toBe('https://mang.example/tim?[query] hỏng');
  });
  test('leaves ids, times and questions as they are', () => {
    const line = '{"time":"2026-11-24T12:00:00.000Z","requestId":"01234567-8901-4a23-9b45-012345678901","ms":1764000000250} Vì sao?';
    expect(scrub(line)).toBe(line);
  });
  test('reads a long line without signs of its own in bounded time', () => {
    const line = 'a.'.repeat(50_000);
    expect(scrub(line)).toBe(line);
  });
});
