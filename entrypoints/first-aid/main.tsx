import { render } from 'preact';

render(<p>Bonafide</p>, document.querySelector('#app')!);
