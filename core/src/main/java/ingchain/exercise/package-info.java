/** What marks a place in a starter that the student has yet to write. */
package ingchain.exercise;
