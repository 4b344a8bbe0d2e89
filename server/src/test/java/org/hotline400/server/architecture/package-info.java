/// The architecture as tests: the modules and their direction, and the rules of the house that a compiler
/// cannot check. Each rule is shown to fail on a small counter-example.
@org.jspecify.annotations.NullMarked
package org.hotline400.server.architecture;
