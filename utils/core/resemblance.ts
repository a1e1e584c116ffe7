/**
 * How a host resembles a member of a named list without belonging to it, strongest first:
 * the very name under another ending; the name in letters or digits that only look like it; the name as a part of the own label;
 * the name as a label in front of somebody else's domain; the name but for a letter or two.
 */
export const resemblances = ['same name elsewhere', 'letters disguised', 'name inside', 'name in front', 'letters changed'] as const;
export type Resemblance = (typeof resemblances)[number];
