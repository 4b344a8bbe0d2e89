/// How things are sealed: AES-256-GCM, keys under keys, files in chunks. For [org.hotline400.server.vault] and
/// for
/// `recordings`, which has a file format of its own; everybody else seals through the vault's interfaces.
@NamedInterface("cipher")
@NullMarked
package org.hotline400.server.vault.cipher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
