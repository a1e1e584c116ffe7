/** How long a sender or a mail domain is left alone, in days, and what is taken when nobody chose: a month of writing with a recruiter. */
export const quietDays = [7, 30, 365] as const;
export type QuietDays = (typeof quietDays)[number];
export const usualQuietDays: QuietDays = 30;
