import { useLocation, useNavigate } from 'react-router-dom';
import { fromAddress, toAddress } from './address.js';

/** What the address says of a screen. What people type in words of their own stands behind the #, of which a browser tells no server. */
export function useAddress(): [
  URLSearchParams,
  (next: (old: URLSearchParams) => URLSearchParams, options?: { replace?: boolean }) => void,
] {
  const { search, hash } = useLocation();
  const go = useNavigate();
  const now = fromAddress(search, hash);
  return [now, (next, options) => void go(toAddress(next(new URLSearchParams(now))), options)];
}
