import { label } from './value.ts';

/**
 * Names under which wallets, browsers and key stores keep what thieves take. Licence: facts. Date: 2026-11-21. Origin: the identifiers are those of
 * the extensions' store pages, the folders those of the programs' own documentation.
 */
const walletExtensions = `nkbihfbeogaeaoehlefnkodbefgpgknn ejbalbakoplchlghecdalmeeeajnimhm fhbohimaelbohpjbbldcngcnapndodjp bfnaelmomeimhlpmgjnjophhpkkoljpa
hnfanknocfeofbddgcijnmhnfnkdnaad ibnejdfjmmkpcnlpebklmnkoeoihofec egjidjbpglichdcondbcbdnbeeppgdph fnjhmkhhmkbjkkabndcnnogagogbneec
aholpfdialjgjfhomihkjbmgjidlcdno hifafgmccdpekplomjjkcfgodnhcellj dmkamcknogkgcdfhhbddcghachkejeap acmacodkjbdgmoleebolmdjonilkdbch
mcohilncbfahbmgdjkbpemcciiolgcge bhhhlbepdkbapadjdnnojkbgioiodbic ldinpeekobnhjjdofggfgjlcehhmanlj afbcbjpbpfadlkmhmclhkeeodmamcflc
jbdaocneiiinmjbjlgalhcelgbejmnid ffnbelfdoeiohenkjibnmadjiehjhajb pocmplpaccanhmnllbbkpgfliimjljgo aflkmfhebedbjioipglgcbcmnbpgliof`.split(/\s+/);

const places: readonly (readonly [RegExp, number])[] = [
  [new RegExp(walletExtensions.join('|')), label.wallet],
  [/exodus\.wallet|Electrum[\\/]+wallets|\.electrum\b|atomic[\\/]+Local Storage|\.config[\\/]+solana|Local Extension Settings|Ledger Live|Bitcoin[\\/]+wallets|wallet\.dat\b/i, label.wallet],
  [/^Login Data$|[\\/]Login Data\b|^Local State$|[\\/]Local State\b|Chrome[\\/]+User Data|BraveSoftware[\\/]|Opera Software[\\/]|\blogins\.json$|\bkey[34]\.db$|\bcookies\.sqlite$|Firefox[\\/]+Profiles|\bWeb Data$/i, label.browser],
  [/\bLogin Data\b|\blogins\.json$|\bkey[34]\.db$|\bcookies\.sqlite$|\bWeb Data$|[\\/]Cookies$|^Cookies$|Local Extension Settings/i, label.browserSecret],
  [/^(?:pbpaste|powershell.{0,40}Get-Clipboard.*|xclip .*-o\b.*|xsel .*(?:-o|--output)\b.*|wl-paste.*)$/i, label.clipboardCommand],
  [/^(?:[A-Z]:[\\/]+Users\b.*|\/Users\/?|\/home\/?|[A-Z]:[\\/]*)$/i, label.home],
  [/\.ssh\b(?![\w-])|\bid_(?:rsa|ed25519|ecdsa)\b|\.aws[\\/]+credentials|login\.keychain|Library[\\/]+Keychains|\.gnupg\b|\.git-credentials/i, label.keys],
];
const shell = /^(?:\/(?:usr\/)?(?:local\/)?bin\/(?:env\s+)?)?(?:sh|bash|zsh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh|python[\d.]*|node)$/;
/** Longer texts are documents, not names of places. */
const longest = 300;

/** Labels of a text that names such a place, or a program that runs what it is told. */
export function secretPlace(text: string): number {
  if (shell.test(text)) return label.interpreter;
  if (text.length < 4 || text.length > longest) return 0;
  return places.reduce((labels, [pattern, bit]) => (pattern.test(text) ? labels | bit : labels), 0);
}

export const secretLabels = label.wallet | label.browser | label.keys;

/**
 * Settings that hold the key of a wallet, by what deployment scripts call them: the words of a wallet under any name, a private key unless the name of
 * another service stands in front, and a key or secret that a wallet or chain stands in front of.
 */
const owners = '(?:DEPLOYER|WALLET|OWNER|ADMIN|ETH|ETHEREUM|EVM|BSC|BTC|BITCOIN|TRON|SOLANA|SOL|POLYGON|MAINNET|TESTNET|SEPOLIA|GOERLI|ACCOUNT|SIGNER|MASTER|HOT|METAMASK|PHANTOM|RELAYER|TREASURY|USER|MY)_';
const coins = '(?:WALLET|ETH|ETHEREUM|EVM|BSC|BTC|BITCOIN|TRON|SOLANA|SOL|METAMASK|PHANTOM|DEPLOYER|RELAYER|TREASURY)_';
const keySetting = new RegExp(`^(?:${owners})*PRIVATE_?KEY(?:_(?:MAINNET|TESTNET|SEPOLIA|HEX|\\d+))?$|^(?:[A-Z]+_)*(?:MNEMONIC|SEED_?PHRASE|SECRET_PHRASE|RECOVERY_PHRASE)$|^(?:${owners})*${coins}(?:SECRET(?:_KEY)?|KEY(?:_?PAIR)?|PK|SEED)$`);
/** What makes a signature, an address or a token of a key, and whatever it answers is not the key. */
const signers = /sign|from_?(?:key|secret|seed|mnemonic)|mnemonic_?to|private_?key|account|wallet|key_?pair|jwt|jsonwebtoken|\bjose\b|web3|viem|solders|solana|tron|eth_|cryptography|\bnacl\b|ecdsa/i;
export const signs = (name: string): boolean => signers.test(name);
const keyMember = /^(?:mnemonic|seed_?(?:phrase|words)|recovery_?phrase|secret_?phrase|private_?key|wallet_?key)$/i;

export const walletKeySetting = (name: string): number => (keySetting.test(name) ? label.walletKey : 0);
export const walletKeyMember = (name: string): number => (keyMember.test(name) ? label.walletKey : 0);
