/** Step 3, dispatch: from bytes to messages, and from a message's type to the method that answers it. */
package ingchain.message;
