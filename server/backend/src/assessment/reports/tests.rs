//! Reports between a department and the supervisor, on both databases.
