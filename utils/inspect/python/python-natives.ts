/** What is known of Python's library and of packages, by the names of `Value.names`. What is not named passes on what it is given. */
const clients = 'requests|httpx|urllib3|urllib|urllib2|aiohttp|treq|grequests|requests_html|cloudscraper|curl_cffi\\.requests|niquests|asks|httplib2|tls_client|pycurl';

/** Calls that answer with what came from the network. */
export const fetches = new RegExp([
  `^(?!urllib\\.(?:parse|error|robotparser))(?:${clients})(?:\\.(?:[A-Z]\\w*|session|request|api|sessions|sync|client|create_scraper|create_session|poolmanager)(?:\\(\\))?){0,3}\\.(?:get|post|put|patch|request|delete|options|head|fetch|urlopen|send|stream|execute_request|retrieve|async_get|GET|ws_connect)$`,
  '^urllib2?\\.(?:request\\.)?urlopen$', '^urllib\\.request\\.(?:Fancy)?URLopener\\(\\)\\.open$', '^(?:urllib\\.request|urllib2?)\\.build_opener\\(\\)\\.open$', '^http\\.client\\.HTTPS?Connection\\(\\)\\.getresponse$|^httplib\\.HTTPS?Connection\\(\\)\\.getresponse$',
  '^socket\\.(?:socket|create_connection)\\(\\)\\.(?:recv|recvfrom|recv_into|makefile)$', '^socket\\.socket\\(\\)\\.accept\\(\\)\\.(?:recv|makefile)$', '^(?:imaplib|poplib)\\.\\w+\\(\\)\\.(?:fetch|retr)$', '^ftplib\\.\\w+\\(\\)\\.(?:retrlines|retrbinary)$', '^boto3\\..*\\.get_object$', '^socketio\\..*\\.receive$', '^(?:zmq|nats|pika|redis)\\..*\\.(?:recv\\w*|next_msg|basic_get|get_message)$', '^ssl\\..*\\.recv$',
  '^websockets?\\.(?:asyncio\\.|legacy\\.|sync\\.)?(?:client\\.)?(?:connect|create_connection|unix_connect)(?:\\(\\)\\.recv)?$', '^websocket\\.WebSocket\\(\\)\\.recv$', '^asyncio\\.open_(?:unix_)?connection$',
  '^asyncio\\.\\w+\\(\\)\\.sock_(?:recv|recv_into|recvfrom)$', '^(?:trio|anyio)\\.(?:open_tcp_stream|connect_tcp|open_ssl_over_tcp_stream)$', '^telnetlib\\.Telnet\\(\\)\\.(?:read\\w*|expect)$', '^multiprocessing\\.connection\\.Client\\(\\)\\.recv$',
  '^dns\\.resolver\\.(?:resolve|query|Resolver\\(\\)\\.(?:resolve|query))$', '^paramiko\\.SSHClient\\(\\)\\.exec_command$',
  '^(?:smart_open|fsspec)\\.open$', '^gdown\\.download$',
].join('|'));
/** Of a client only what it answers came from the network. */
export const answers = /\b(?:text|content|body|raw|read|json|iter_content|iter_lines|iter_text|iter_bytes|readlines?|recv)$/;
/** Names of paths that modules are looked for in. */
export const modulePlaces = /^sys\.path\.(?:insert|append|extend)$/;
export const downloads = /^(?:urllib\.request\.(?:Fancy)?URLopener\(\)\.retrieve|boto3\..*\.download_file\w*|pooch\.retrieve|urllib\.(?:request\.)?urlretrieve|wget\.download|urllib2?\.urlretrieve|gdown\.download|torch\.hub\.download_url_to_file)$/;
export const chains = /^(?:web3|solana|solders|tronpy|xrpl|aptos_sdk)\..*(?:get_transaction|get_storage_at|\.call|get_account_info|get_signatures_for_address|get_logs)$/;
export const chainQuestion = /^(?:eth_(?:call|getTransactionByHash|getLogs|getStorageAt|getTransactionReceipt)|getTransaction|getAccountInfo)$/;

/** Calls that undo an encoding. The second kind reads many ordinary files too, and counts only for text that stands in the program or was fetched. */
export const decoders = /^(?!.*encode$)(?:(?:base64|binascii)\.(?:b64|b32|b16|a85|b85|standard_b64|urlsafe_b64|a2b_\w+|unhexlify|b85decode|decodebytes|decodestring)\w*|codecs\.getdecoder\(\)|html\.unescape|urllib\.parse\.unquote\w*|int\.to_bytes|base64\.(?:decodebytes|decodestring)|(?:bytes|bytearray)\.fromhex|pybase64\.\w*decode\w*|base58\.b58decode)$/;
export const unpackers = /^(?:zlib|gzip|bz2|lzma|brotli|zstandard|lz4\.frame|blosc)\.(?:decompress|decompressobj\(\)\.decompress)$|^marshal\.loads$|^(?:cryptography\.fernet\.Fernet|Crypto(?:dome)?\.Cipher\.\w+\.new|nacl\.secret\.SecretBox)\(\)\.decrypt$|(?:^|[._])(?:decrypt|decipher|deobfuscate|decryptor\(\)\.update|xor_?(?:decrypt|decode|bytes)?|rc4)$/;

/** Of these what they answer was hidden, whatever they are given. */
export const ciphers = /decrypt|decipher|deobfuscate|xor|rc4/;
/** These undo what addresses and pages need: they count only for text that stands in the program. */
export const escapes = /^(?:html|urllib)\./;

export const evaluators = /^(?:exec|eval|execfile|compile|timeit\.(?:timeit|repeat|Timer)|cProfile\.run|profile\.run|pdb\.run|doctest\.\w*exec\w*|numexpr\.evaluate|code\.compile_command|codeop\.\w+|_testcapi\.run_in_subinterp|_xxsubinterpreters\.run_string|exec_|code\.(?:InteractiveInterpreter|InteractiveConsole)\(\)\.run(?:code|source)|code\.interact|types\.(?:FunctionType|CodeType|LambdaType)|runpy\._run_code|six\.exec_|IPython\.get_ipython\(\)\.run_cell|js2py\.eval_js)$/;
export const importers = /^(?:__import__|imp\.(?:find_module|load_module)|pkgutil\.resolve_name|pydoc\.locate|runpy\.run_module|importlib\.import_module|importlib\.__import__)$/;
/** Files that are loaded as code, by the number of the argument that names them. */
export const fileLoaders: readonly (readonly [RegExp, number])[] = [
  [/^(?:runpy\.run_path|execfile|zipimport\.zipimporter|ctypes\.(?:CDLL|WinDLL|cdll\.LoadLibrary|windll\.LoadLibrary|PyDLL|OleDLL))$/, 0],
  [/^(?:importlib\.util\.spec_from_file_location|importlib\.machinery\.(?:SourceFileLoader|ExtensionFileLoader|SourcelessFileLoader)|imp\.load_(?:source|compiled|dynamic))$/, 1],
];

export const deserialisers = /^(?:(?:pickle|cPickle|_pickle|pickle5|dill|cloudpickle)\.(?:loads?|Unpickler|_loads?)|joblib\.load|torch\.load|jsonpickle\.(?:decode|loads|unpickler\.decode)|shelve\.open|pandas\.read_pickle|numpy\.load|marshal\.loads?)$/;
export const yamlReaders = /^(?:yaml|oyaml|ruamel\.yaml|ruamel_yaml)\.(?:(?:unsafe|full)_load(?:_all)?|load(?:_all)?)$/;
export const templates = /^(?:jinja2\.(?:Template|Environment\(\)\.from_string|environment\.Template|nativetypes\.NativeTemplate)|flask\.render_template_string|mako\.template\.Template|mako\.Template|django\.template\.Template|tornado\.template\.Template|Cheetah\.Template\.Template)$/;

export const starts = /^(?:os\.(?:system|popen\w*|exec[lv]p?e?|spawn[lv]p?e?|startfile|posix_spawnp?)|subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|pty\.spawn|asyncio\.create_subprocess_(?:shell|exec)|commands\.get(?:status)?output|popen2\.\w+|pexpect\.(?:spawn|run)|sh\.\w+|plumbum\.local\.\w+|invoke\.run|win32api\.ShellExecute|win32com\.client\.Dispatch\(\)\.Run)$/;
/** What gives a text to a program that was started. */
export const fedPrograms = /^(?:subprocess\.Popen|asyncio\.create_subprocess_(?:shell|exec))\(\)\.(?:communicate|stdin\.write(?:lines)?)$/;
/** Of these the first argument says how, and the second what. */
export const startsSecond = /^os\.spawn/;

export const sends = new RegExp(`^(?:(?:${clients})(?:\\.[A-Z]\\w*\\(\\))?\\.(?:post|put|patch|request|get|urlopen|send)|urllib2?\\.(?:request\\.)?(?:urlopen|Request)|http\\.client\\.HTTPS?Connection\\(\\)\\.(?:request|send)|socket\\.(?:socket|create_connection)\\(\\)\\.(?:send|sendall|sendto)|websockets?\\.[\\w.]+\\(\\)\\.send|ftplib\\.FTP(?:_TLS)?\\(\\)\\.stor\\w+|smtplib\\.SMTP(?:_SSL)?\\(\\)\\.send\\w+|paramiko\\..*\\.put|tele(?:bot|gram)\\.\\w+\\(\\)\\.send_\\w+|discord_?webhook\\..*)$`);
/** Calls that open, copy or list what lies at a path. */
export const readsPath = /^(?:open|io\.open|codecs\.open|aiofiles\.open|shutil\.(?:copy\w*|move|make_archive)|sqlite3\.connect|os\.(?:listdir|walk|scandir)|glob\.i?glob|(?:zipfile\.ZipFile|tarfile\.open)\(\)\.(?:write|add)|pathlib\.Path(?:\.home|\.cwd)?\(\).*\.(?:read_text|read_bytes|open|iterdir|r?glob)|paramiko\.\w+\.from_private_key_file)$/;
export const lists = /^(?:os\.(?:listdir|walk|scandir)|glob\.i?glob|pathlib\.Path(?:\.home|\.cwd)?\(\).*\.(?:iterdir|r?glob|walk))$/;
export const opens = /^(?:open|PIL\.Image\.open|io\.open|codecs\.open|aiofiles\.open|pathlib\.Path(?:\.home|\.cwd)?\(\).*\.(?:open|read_text|read_bytes))$/;
export const homes = /^(?:os\.path\.(?:expanduser|expandvars)|pathlib\.Path\.home|os\.getlogin)$/;

export const readsClipboard = /^(?:pyperclip\.(?:paste|waitForNewPaste|waitForPaste)|clipboard\.paste|win32clipboard\.GetClipboardData|(?:tkinter|Tkinter)\.Tk\(\)\.(?:clipboard_get|selection_get)|pandas\.read_clipboard|PIL\.ImageGrab\.grabclipboard)$/;
export const watchesKeys = /^(?:pynput\.(?:keyboard|mouse)\.Listener|keyboard\.(?:on_press|on_release|hook|record|start_recording|read_event)|pyxhook\.HookManager|pyWinhook\.HookManager|pyHook\.HookManager)$/;
export const watchesScreen = /^(?:PIL\.ImageGrab\.grab|ImageGrab\.grab|mss\.mss\(\)\.(?:grab|shot|save)|pyautogui\.screenshot|pyscreenshot\.grab|dxcam\.create|d3dshot\.create)$/;
export const readsBrowsers = /^(?:win32crypt\.CryptUnprotectData|browser_?cookie3\.\w+|browsercookie\.\w+|pycookiecheat\.\w+|rookiepy\.\w+|browserhistory\.\w+)$/;
export const machineMemory = /^ctypes\.memmove$|^ctypes\..*\.(?:VirtualAlloc(?:Ex)?|VirtualProtect(?:Ex)?|RtlMoveMemory|CreateThread|CreateRemoteThread|WriteProcessMemory|NtAllocateVirtualMemory|QueueUserAPC)$/;

/** Calls that answer with what a key ring keeps. */
export const asksKeyRing = /^(?:keyring\.get_(?:password|credential)|secretstorage\..*\.(?:get_all_items|search_items))$/;

/** Questions to the person, and for what nobody may ask. */
export const asks = /^(?:input|raw_input|getpass\.getpass|(?:click|typer)\.prompt|(?:tkinter\.)?simpledialog\.askstring|streamlit\.text_(?:input|area))$/;
export const walletWords = /seed[ _-]?phrase|mnemonic|recovery[ _-]?phrase|private[ _-]?key|(?:12|24)[ -]words/i;

/** Results that carry nothing of what they were made from. */
export const drops = /^(?:int|float|bool|len|hash|id|isinstance|issubclass|hasattr|callable|abs|round|sum|print|range|type|enumerate\.\w+|logging\..*|log(?:ger)?\.\w+|hashlib\..*|hmac\..*|os\.path\.(?:exists|isfile|isdir|getsize|getmtime)|os\.(?:remove|unlink|mkdir|makedirs|chmod|stat|access|rename|replace)|time\..*|datetime\..*|random\..*|re\.(?:compile|escape)|ast\.(?:literal_eval|parse)|urllib\.parse\.(?!urljoin$)\w+|shutil\.which|uuid\..*)$/;
export const dropsMembers = new Set('status_code ok status reason code startswith endswith isdigit find index count __class__ __name__ exists is_file is_dir raise_for_status elapsed close tell'.split(' '));
/** What still holds all of the environment. */
export const keepsAll = new Set('read readlines readline read_text copy items values __str__ __repr__ _data encode decode strip replace getvalue hex join'.split(' '));
