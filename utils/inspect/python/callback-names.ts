/** Calls that call what they are given, with what else they are given. */
export const callers = /^(?:threading\.(?:Thread|Timer)|_thread\.start_new_thread|multiprocessing\.(?:\w+\.)?Process|map|filter|functools\.(?:partial|reduce)|itertools\.starmap|asyncio\.to_thread|atexit\.register|concurrent\.futures\.\w+\(\)\.(?:submit|map)|multiprocessing\.(?:Pool|pool\.\w+)\(\)\.\w+|asyncio\.\w+\(\)\.(?:run_in_executor|call_soon|call_later)|apply|operator\.call)$/;
/** Clients that call back with what came from the network. */
export const listeners = /^(?:websocket\.WebSocketApp|socketio\.\w+\(\)\.(?:on|event)|paho\.mqtt\.client\.Client\(\)\.\w+|nats\..*\.subscribe|pika\..*\.basic_consume|pusher\w*\..*\.bind|asyncio\.start_(?:unix_)?server|telegram\.ext\.(?:\w+\.)?\w*Handler|telegram\..*\.add_handler|aiogram\..*\.register\w*|websockets\.serve|telebot\..*\.\w+|tweepy\..*)$/;

/** Names of what decorates a function so that the network calls it, and of what it is assigned to. */
export const listens = /^(?:socketio\.\w+\(\)\.(?:on|event)|telebot\.\w+\(\)\.message_handler|discord\..*\.(?:event|command)|pyrogram\..*\.on_message|telethon\..*\.on|slack_bolt\..*\.(?:message|event|command)|aiogram\..*\.(?:message|message_handler|callback_query)|nextcord\..*\.(?:event|command)|disnake\..*\.(?:event|command)|vkbottle\..*\.message)(?:\(\))?$/;
export const listeningMember = /^on_(?:message|data|event|publish|packet)$/;

/** Classes whose methods the network calls, and those methods. */
export const listeningClass = /(?:^|\.)(?:asyncio\.\w*Protocol|twisted\.[\w.]*(?:Protocol|Receiver)|autobahn\.[\w.]*Protocol|tornado\.websocket\.WebSocketHandler|slixmpp\.ClientXMPP|socketio\.\w*Namespace|discord\.(?:ext\.commands\.)?(?:Client|Bot)|asyncore\.dispatcher|asynchat\.async_chat|ws4py\.[\w.]+)$/;
export const listeningMethod = /^(?:data_?[rR]eceived|datagram_?[rR]eceived|buffer_updated|lineReceived|messageReceived|stringReceived|received_message|collect_incoming_data|on_?[mM]essage\w*|on_(?:data|event|task|command|update|exec|job)\w*)$/;
