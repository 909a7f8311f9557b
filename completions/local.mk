# SPDX-License-Identifier: GPL-3.0-or-later
if BASH_COMPLETION
dist_bashcompletion_DATA = completions/disentangle.bash
endif
