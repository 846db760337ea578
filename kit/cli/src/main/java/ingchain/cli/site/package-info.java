/** The book as a small site: its pages, its server on this computer, and its files for any other. */
package ingchain.cli.site;
