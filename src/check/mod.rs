//! Findings 校核: figures and wordings that do not agree.
