// Runs the panel with stand-ins for the editor's parts, against a real server. Prints what the panel shows, as JSON.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

const [ script, server ] = process.argv.slice( 2 );
const paragraph = ( id, html ) => ( { clientId: id, name: 'core/paragraph', innerBlocks: [], html } );
const blocks = [
	paragraph( 'a', '<p>“We seek war,” Ada Brook said.</p>' ),
	{ clientId: 'g', name: 'core/group', innerBlocks: [ paragraph( 'b', '<p>“The mill is <em>ours</em>,” Dora Lind said.</p>' ) ] },
	{ clientId: 'q', name: 'core/quote', innerBlocks: [ paragraph( 'i', '' ) ],
		html: '<blockquote><p>We seek war</p><cite>Ada Brook</cite></blockquote>' },
	paragraph( 'e', '<p> </p>' ),
];
const selected = [];
const states = [];
let plugin = null;
const wp = {
	element: {
		createElement: ( type, given, ...children ) =>
			typeof type === 'function' ? type( { ...given, children } ) : { type, given, children },
		useState: ( first ) => [ states.at( -1 ) ?? first, ( value ) => states.push( value ) ],
	},
	i18n: { __: ( words ) => words },
	blocks: { getBlockContent: ( block ) => block.html },
	data: {
		select: () => ( { getBlocks: () => blocks } ),
		dispatch: () => ( { selectBlock: ( id ) => selected.push( id ) } ),
	},
	apiFetch: async ( { path, method, data } ) => {
		const answer = await fetch( `${ server }api/1${ path.replace( '/quotecheck/v1', '' ) }`, {
			method, body: JSON.stringify( data ), headers: { 'content-type': 'application/json' },
		} );
		const values = await answer.json();
		if ( ! answer.ok ) throw new Error( values.error.message );
		return values;
	},
	components: { Button: ( { onClick, children } ) => ( { type: 'button', onClick, children } ) },
	editor: { PluginPrePublishPanel: ( { children } ) => ( { type: 'panel', children } ) },
	plugins: { registerPlugin: ( name, given ) => { plugin = given; } },
};
vm.runInNewContext( readFileSync( script, 'utf8' ), { window: { wp } } );

const all = ( node, type ) => Array.isArray( node ) ? node.flatMap( ( one ) => all( one, type ) )
	: node && typeof node === 'object' ? [ ...( node.type === type ? [ node ] : [] ), ...all( node.children, type ) ] : [];
const words = ( node ) => Array.isArray( node ) ? node.map( words ).join( ' ' )
	: node && typeof node === 'object' ? words( node.children ) : String( node || '' );
await all( plugin.render(), 'button' )[ 0 ].onClick();
const shown = plugin.render();
all( shown, 'li' ).flatMap( ( item ) => all( item, 'button' ) ).forEach( ( button ) => button.onClick() );
console.log( JSON.stringify( { remarks: all( shown, 'li' ).map( words ), selected, said: all( shown, 'p' ).map( words ) } ) );
