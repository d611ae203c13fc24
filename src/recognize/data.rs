//! The data tables, as build.rs checked and packed them.

include!(concat!(env!("OUT_DIR"), "/data.rs"));
