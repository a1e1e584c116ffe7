import type { Settings } from '../../utils/core/settings-schema.ts';

/** One value of each setting, of an organisation that does not exist: docs/policy.md shows them. */
export const examples: Settings = {
  placement: 'inline', checkPhotos: false, rememberPhotosDays: 90, imageSearch: 'bing', disabledRules: ['asks-by-sending-a-bare-link'], disabledSites: ['zoho'],
  lockMode: 'listed', lockedSettings: ['placement', 'disabledSites'], orgName: 'Birchline Health', orgDomains: ['birchline.example', 'birchline-health.example'],
  trustedDomains: ['agency.example', 'interviews.example'], blockedDomains: ['birchline-careers.example'], blockedProfiles: ['https://www.linkedin.com/in/dana-wolf-0000'],
  disableOnboarding: true, minimumLevel: 'caution', allowDismissals: false,
  warningText: 'Before you run or install anything for an interview, ask the security team. Nobody is blamed for asking.',
  securityContact: 'mailto:security@birchline.example', packUrl: 'https://rules.birchline.example/public', packUpdates: true,
  privatePacks: ['{"id":"birchline","url":"https://rules.birchline.example/own","root":"eyJzaWduZWQiOnt9fQ=="}'], packUpdateHours: 24, packMaxAgeDays: 14,
  eventsEndpoint: 'https://collector.birchline.example/v1/logs', eventsProtocol: 'otlp-json', eventsToken: 'Bearer 0000', eventsMinimumLevel: 'danger', eventsFields: 'minimal',
  eventsDeviceLabel: 'BH-00417', eventsKeepDays: 14, tenantId: 'birchline', consentGrantedByOrganization: true,
};

const { orgName, orgDomains, trustedDomains, blockedDomains, disableOnboarding, warningText, securityContact, disabledSites } = examples;
/** What the ready files set: what most organisations begin with, and nothing that sends or fetches. */
export const readyPolicy = { orgName, orgDomains, trustedDomains, blockedDomains, disableOnboarding, warningText, securityContact, disabledSites, lockedSettings: ['disabledSites'] };
