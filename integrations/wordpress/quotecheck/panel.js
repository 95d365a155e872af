/**
 * A panel before Publish: which quotations of the post its sources do not bear out, block by block.
 * It decides nothing and changes nothing; words that come back are shown as text, never as markup.
 */
( function ( wp ) {
	'use strict';

	const el = wp.element.createElement;
	const { __ } = wp.i18n;
	const WHOLE = [ 'core/quote', 'core/pullquote', 'core/verse', 'core/table' ];
	const SIGNS = { error: '✗', warning: '!', note: '·' };

	/** The blocks of a post that hold words, each as an element with the block's own id. */
	function elements( blocks ) {
		return blocks.flatMap( ( block ) => {
			if ( block.innerBlocks.length && ! WHOLE.includes( block.name ) ) {
				return elements( block.innerBlocks );
			}
			const html = wp.blocks.getBlockContent( block );
			return /\S/.test( html.replace( /<[^>]*>/g, '' ) ) ? [ { id: block.clientId, html } ] : [];
		} );
	}

	/** What needs somebody: errors and warnings of each block, and statements that could not be checked. */
	function remarks( answer ) {
		return answer.elements.flatMap( ( element ) => {
			const found = element.findings.filter( ( one ) => one.severity === 'error' || one.severity === 'warning' );
			const unchecked = element.statements
				.filter( ( one ) => answer.report.results[ one.result ].outcome === 'unchecked' )
				.map( ( one ) => ( {
					severity: 'warning',
					code: '',
					exact: answer.report.results[ one.result ].statement.text,
					message: __( 'This could not be checked.', 'quotecheck' ),
				} ) );
			return [ ...found, ...unchecked ].map( ( one ) => ( { ...one, id: element.id } ) );
		} );
	}

	async function check() {
		const blocks = wp.data.select( 'core/block-editor' ).getBlocks();
		const answer = await wp.apiFetch( {
			path: '/quotecheck/v1/elements',
			method: 'POST',
			data: { elements: elements( blocks ) },
		} );
		return { remarks: remarks( answer ), statements: answer.report.results.length };
	}

	function Remark( { one } ) {
		const select = () => wp.data.dispatch( 'core/block-editor' ).selectBlock( one.id );
		return el(
			'li',
			null,
			el( wp.components.Button, { variant: 'link', onClick: select }, `${ SIGNS[ one.severity ] } “${ one.exact }”` ),
			el( 'p', null, `${ one.message } ${ one.code }` )
		);
	}

	function Panel() {
		const [ state, setState ] = wp.element.useState( { doing: false } );
		const run = async () => {
			setState( { doing: true } );
			try {
				setState( { doing: false, found: await check() } );
			} catch ( error ) {
				setState( { doing: false, failed: error.message } );
			}
		};
		const { found, failed, doing } = state;
		return el(
			wp.editor.PluginPrePublishPanel,
			{ title: __( 'Quotations', 'quotecheck' ), initialOpen: true },
			el( wp.components.Button, { variant: 'secondary', onClick: run, isBusy: doing, disabled: doing },
				__( 'Check against the sources', 'quotecheck' ) ),
			failed && el( 'p', { role: 'alert' }, `${ __( 'Not checked:', 'quotecheck' ) } ${ failed }` ),
			found && ! found.remarks.length && el( 'p', null, `${ found.statements } ${ __( 'statements, none needs a look.', 'quotecheck' ) }` ),
			found && el( 'ul', null, ...found.remarks.map( ( one ) => el( Remark, { one } ) ) )
		);
	}

	wp.plugins.registerPlugin( 'quotecheck', { render: Panel } );
}( window.wp ) );
