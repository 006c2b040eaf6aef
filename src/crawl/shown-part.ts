/** Pictures are shown on a screen; everything else would be a download. */
export const isShown = (mediaType: string): boolean => ['image/png', 'image/jpeg'].includes(mediaType.split(';')[0].trim());
