/** Pages where sessions end and keys lose their worth. Each is the service's own page, but revoke.cash, which is the usual one for approvals. */
export const revokePlaces = {
  revokeGoogle: 'https://myaccount.google.com/device-activity',
  revokeGithubSessions: 'https://github.com/settings/sessions',
  revokeGithubTokens: 'https://github.com/settings/tokens',
  revokeGithubKeys: 'https://github.com/settings/keys',
  revokeNpm: 'https://www.npmjs.com/settings/~/tokens',
  revokeWallet: 'https://revoke.cash/',
} as const;

/** Who takes reports. Report Fraud took over from Action Fraud on 4 December 2025. */
export const reportPlaces = {
  reportLinkedin: 'https://www.linkedin.com/help/linkedin/answer/a1337576',
  reportGithub: 'https://support.github.com/contact/report-abuse',
  reportUs: 'https://www.ic3.gov/',
  reportUsIdentity: 'https://www.identitytheft.gov/',
  reportUk: 'https://www.reportfraud.police.uk/',
  reportEurope: 'https://www.europol.europa.eu/report-a-crime/report-cybercrime-online',
  reportJapan: 'https://www.jpcert.or.jp/english/ir/form.html',
  reportAustralia: 'https://www.cyber.gov.au/report-and-recover/report',
  reportCanada: 'https://antifraudcentre-centreantifraude.ca/',
} as const;
