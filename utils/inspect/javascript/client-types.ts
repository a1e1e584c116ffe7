import type { Node } from '@babel/types';

/** Types of what frameworks hand over instead of importing it, and what it is by the names of `natives.ts`. Source: the frameworks' own documentation. */
const clients: Readonly<Record<string, string>> = {
  HttpService: 'npm:axios', HttpClient: 'npm:axios', AxiosInstance: 'npm:axios', AxiosStatic: 'npm:axios', Axios: 'npm:axios', Got: 'npm:got', KyInstance: 'npm:ky', WebSocket: 'WebSocket()',
};

interface Typed { readonly typeAnnotation?: unknown }
interface TypeName { readonly type?: string; readonly typeAnnotation?: TypeName; readonly typeName?: { readonly name?: string } }

/** What a parameter or property is, when its type says that it asks the network. */
export function clientOf(node: Node | Typed): string | undefined {
  const name = ((node as Typed).typeAnnotation as TypeName | undefined)?.typeAnnotation?.typeName?.name;
  return name !== undefined && Object.hasOwn(clients, name) ? clients[name] : undefined;
}
