//! The programs in the guides: fences that carry `run=NAME`.
//!
//! A fence in a language of the manual either runs or says why it cannot, by `static="…"`.

use std::path::Path;

use crate::Result;
use crate::program::{Program, by_fence};

/// The programs of all guides below a folder, with their languages.
pub(crate) fn programs(folder: &Path) -> Result<Vec<(String, Program)>> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file)?;
        let guide = file.file_stem().unwrap_or_default().to_string_lossy();
        fences(&guide, &text, &mut found)
            .map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(found)
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) -> Result<()> {
    // Without a site there are no guides.
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(());
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "mdx") {
            files.push(path);
        }
    }
    Ok(())
}

fn fences(guide: &str, text: &str, found: &mut Vec<(String, Program)>) -> Result<()> {
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        let Some(info) = line.trim_start().strip_prefix("```") else {
            continue;
        };
        let mut code = String::new();
        for (_, line) in lines.by_ref() {
            if line.trim() == "```" {
                break;
            }
            // Inside a tab the whole fence is indented.
            code.push_str(line.get(indent..).unwrap_or(line.trim_start()));
            code.push('\n');
        }
        let fence = info.split_whitespace().next().unwrap_or_default();
        let Some(language) = by_fence(fence) else {
            continue;
        };
        let word = |key: &str| {
            info.split_whitespace()
                .find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
        };
        match word("run") {
            Some(name) => {
                let language = word("as").unwrap_or(language);
                let id = format!("{guide}/{name}");
                if found
                    .iter()
                    .any(|(known, program)| known == language && program.id == id)
                {
                    return Err(format!("line {}: {id} is there twice", number + 1).into());
                }
                found.push((language.to_owned(), Program { id, code }));
            }
            None if info.contains("static=\"") => {}
            None => {
                return Err(format!(
                    "line {}: a fence in {fence} needs `run=NAME`, or `static=\"why it is not run\"`",
                    number + 1
                )
                .into());
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(String, String, String)>> {
        let mut found = Vec::new();
        fences("guide", text, &mut found)?;
        let flat = found
            .into_iter()
            .map(|(language, program)| (language, program.id, program.code));
        Ok(flat.collect())
    }

    #[test]
    fn a_fence_is_taken_out_of_its_indentation() {
        let text = "<TabItem>\n    ```python run=first as=python-async title=\"x.py\"\n    if x:\n        y\n\n    ```\n";
        let expected = (
            "python-async".to_owned(),
            "guide/first".to_owned(),
            "if x:\n    y\n\n".to_owned(),
        );
        assert_eq!(read(text).unwrap_or_default(), [expected]);
    }

    #[test]
    fn a_fence_runs_or_says_why_not() {
        assert!(
            read("```python\nx\n```\n").is_err_and(|error| error.to_string().contains("line 1"))
        );
        assert!(
            read("```sh static=\"installs\"\nx\n```\n```text\nx\n```\n")
                .is_ok_and(|found| found.is_empty())
        );
        assert!(read("```sh run=a\n```\n```sh run=a\n```\n").is_err());
    }
}
