//! 目录一致性检查: being written.
