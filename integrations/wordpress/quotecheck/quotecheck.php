<?php
/**
 * Plugin Name: quotecheck before publishing
 * Description: Lists quotations that their sources do not bear out, before a post is published.
 * Version: 0.1.0
 * Requires at least: 6.6
 * Requires PHP: 7.4
 * License: MIT
 *
 * In wp-config.php:
 *   define( 'QUOTECHECK_URL', 'http://127.0.0.1:8463/' );
 *   define( 'QUOTECHECK_TOKEN', 'the secret that quotecheck serve was started with' );
 */

defined( 'ABSPATH' ) || exit;

/** The panel's script, in the block editor only. */
function quotecheck_panel() {
	wp_enqueue_script(
		'quotecheck-panel',
		plugins_url( 'panel.js', __FILE__ ),
		array( 'wp-api-fetch', 'wp-blocks', 'wp-components', 'wp-data', 'wp-editor', 'wp-element', 'wp-i18n', 'wp-plugins' ),
		'0.1.0',
		true
	);
}
add_action( 'enqueue_block_editor_assets', 'quotecheck_panel' );

/** The way from the editor to quotecheck: the token stays on this server. */
function quotecheck_routes() {
	register_rest_route(
		'quotecheck/v1',
		'/elements',
		array(
			'methods'             => 'POST',
			'callback'            => 'quotecheck_elements',
			'permission_callback' => function () {
				return current_user_can( 'edit_posts' );
			},
		)
	);
}
add_action( 'rest_api_init', 'quotecheck_routes' );

/**
 * Asks quotecheck, and gives back what it says.
 *
 * @param WP_REST_Request $request With the elements of a draft.
 * @return WP_REST_Response|WP_Error
 */
function quotecheck_elements( $request ) {
	if ( ! defined( 'QUOTECHECK_URL' ) ) {
		return new WP_Error( 'quotecheck', 'QUOTECHECK_URL is not set in wp-config.php', array( 'status' => 500 ) );
	}
	$headers = array( 'Content-Type' => 'application/json' );
	if ( defined( 'QUOTECHECK_TOKEN' ) ) {
		$headers['Authorization'] = 'Bearer ' . QUOTECHECK_TOKEN;
	}
	$answer = wp_remote_post(
		trailingslashit( QUOTECHECK_URL ) . 'api/1/elements',
		array(
			'headers' => $headers,
			'body'    => wp_json_encode( array( 'elements' => $request->get_param( 'elements' ) ) ),
			'timeout' => 65,
		)
	);
	if ( is_wp_error( $answer ) ) {
		return new WP_Error( 'quotecheck', 'quotecheck cannot be reached: the check was not done', array( 'status' => 502 ) );
	}
	$values = json_decode( wp_remote_retrieve_body( $answer ), true );
	$status = wp_remote_retrieve_response_code( $answer );
	if ( 200 !== $status ) {
		$message = isset( $values['error']['message'] ) ? $values['error']['message'] : 'quotecheck refused';
		return new WP_Error( 'quotecheck', $message, array( 'status' => 502 ) );
	}
	return rest_ensure_response( $values );
}
