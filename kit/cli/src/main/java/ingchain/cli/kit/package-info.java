/** Where everything lies in the kit, and how its code is compiled and put on a class path. */
package ingchain.cli.kit;
