/**
 * Seven digits of base 36: FNV-1a over the characters, 32 bits (RFC 9923). Two texts of equal length that differ in one
 * character never have the same.
 */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
