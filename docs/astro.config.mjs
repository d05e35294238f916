import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import { finish } from "./plugins/finish.mjs";
import { reference, secretAnswers, secretElements } from "./plugins/reference.mjs";

export default defineConfig({
	trailingSlash: "always",
	image: { service: passthroughImageService() },
	prefetch: false,
	devToolbar: { enabled: false },
	build: { inlineStylesheets: "never" },
	vite: {
		define: {
			__SECRETS__: JSON.stringify({ elements: secretElements, answers: secretAnswers }),
			__CLIENT__: JSON.stringify("/client/"),
		},
		build: { chunkSizeWarningLimit: 700 },
		worker: { format: "es" },
		// Loaded by the page as they are; the bundler must not look for them.
		server: { fs: { allow: [".."] } },
	},
	integrations: [
		starlight({
			title: "interserver",
			description:
				"A client for the InterServer hosting API in eight languages, from one declaration.",
			logo: { src: "./src/assets/mark.svg" },
			favicon: "/favicon.svg",
			disable404Route: false,
			lastUpdated: false,
			customCss: ["./src/styles/site.css"],
			tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
			components: { SocialIcons: "./src/components/Nothing.astro" },
			sidebar: [
				{ label: "Guides", items: [{ autogenerate: { directory: "guides" } }] },
				{
					label: "Reference",
					items: [
						{ label: "All operations", link: "/reference/" },
						...reference.services.map(({ title, name }) => ({
							label: title,
							link: `/reference/${name}/`,
						})),
						{ label: "Error kinds", link: "/errors/" },
					],
				},
				{
					label: "Contributing",
					items: [
						{ autogenerate: { directory: "contributing" } },
						{ label: "Performance", link: "/performance/" },
					],
				},
				{ label: "From the sample scripts", link: "/from-the-samples/" },
			],
		}),
		finish(),
	],
});
