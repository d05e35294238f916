// Expressive Code, which shows every block of code. A file of its own because pages read it too.

import { defineEcConfig } from "@astrojs/starlight/expressive-code";
import { fences } from "./plugins/fences.mjs";

export default defineEcConfig({
	plugins: [fences()],
	themes: ["github-dark", "github-light"],
	useStarlightUiThemeColors: true,
	// A command is a line of code like others, without the picture of a window around it.
	defaultProps: { overridesByLang: { "bash,console,sh,shell,zsh": { frame: "code" } } },
	styleOverrides: { borderRadius: "0.5rem", codeFontSize: "0.84rem", codePaddingBlock: "0.8rem" },
});
