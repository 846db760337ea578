/** The learner's loop: a screen that shows one exercise and checks it whenever a file is saved. */
package ingchain.cli.watch;
