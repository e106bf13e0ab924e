/** What a session expects its audience to know, from the least to the most. Without zod: the agenda reads it too. */
export const LEVELS = ['beginner', 'intermediate', 'advanced'] as const;
