/** Pages where sessions end and keys lose their worth. Each is the service's own page, but revoke.cash, which is the usual one for approvals. */
export const revokePlaces = {
  revokeGoogle: 'https://myaccount.google.com/device-activity',
  revokeGithubSessions: 'https://github.com/settings/sessions',
  revokeGithubTokens: 'https://github.com/settings/tokens',
  revokeGithubKeys: 'https://github.com/settings/keys',
  revokeNpm: 'https://www.npmjs.com/settings/~/tokens',
  revokeWallet: 'https://revoke.cash/',
} as const;

/** Where sites take reports; offices stand in assets/report-offices.json. */
export const reportPlaces = {
  reportLinkedin: 'https://www.linkedin.com/help/linkedin/answer/a1337576',
  reportGithub: 'https://support.github.com/contact/report-abuse',
} as const;
