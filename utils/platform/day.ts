/** Whole days since 1970 by the person's own calendar: "yesterday" is what they call yesterday. */
export function dayAt(moment: Date): number {
  return Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / 86_400_000;
}

export const today = (): number => dayAt(new Date());

/** How long contacts and photos are remembered after they were last seen. */
export const rememberedDays = 180;
