//! What was measured under load: sections of their own, each made anew by its own run.

/// Above all of them.
const HEADING: &str = "## Under load";

/// Above how it is all measured, the end of the page.
const NOTES: &str = "## How\n";

/// All between the first table and the notes: what was measured under load, and by hand.
pub fn kept(page: &str) -> &str {
    let Some((before, _)) = page.split_once(NOTES) else { return "" };
    before.find("\n## ").map_or("", |at| before.split_at(at.saturating_add(1)).1)
}

/// The whole part of a page, with its heading; empty where there is none.
fn under_load(page: &str) -> &str {
    let Some(from) = page.find(HEADING) else { return "" };
    let part = page.split_at(from).1;
    let end = part.match_indices("\n## ").next().map_or(part.len(), |(at, _)| at.saturating_add(1));
    part.split_at(end).0
}

/// The page with one section made anew, or added behind the others.
pub fn renewed(page: &str, title: &str, section: &str) -> String {
    let part = under_load(page);
    let heading = format!("### {title}\n");
    let mut sections: Vec<String> = part.split_inclusive('\n').fold(Vec::new(), |mut sections, line| {
        match sections.last_mut() {
            Some(last) if !line.starts_with("### ") => last.push_str(line),
            Some(_) | None => sections.push(line.to_owned()),
        }
        sections
    });
    if sections.is_empty() {
        sections.push(format!("{HEADING}\n\n"));
    }
    let new = format!("{}\n\n", section.trim_end());
    match sections.iter_mut().find(|one| one.starts_with(&heading)) {
        Some(one) => *one = new,
        None => sections.push(new),
    }
    placed(page, part, &sections.concat())
}

/// The part where it was, or before the notes, or at the end.
fn placed(page: &str, before: &str, after: &str) -> String {
    if !before.is_empty() {
        return page.replacen(before, after, 1);
    }
    match page.find(NOTES) {
        Some(at) => {
            let (head, notes) = page.split_at(at);
            [head, after, notes].concat()
        }
        None => format!("{}\n\n{after}", page.trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_measured_is_kept() {
        let page = "# All\n\ntable\n\n## Under load\n\none\n\n## By hand\n\ntwo\n\n## How\n\nnotes\n";
        assert_eq!(kept(page), "## Under load\n\none\n\n## By hand\n\ntwo\n\n");
        assert_eq!(kept("# All\n\ntable\n\n## How\n\nnotes\n"), "");
    }

    #[test]
    fn sections_are_added_and_made_anew() {
        let page = "# All\n\ntable\n\n## How\n\nnotes\n";
        let one = renewed(page, "One", "### One\n\nfirst\n");
        let two = renewed(&one, "Two", "### Two\n\nsecond\n");
        let sections = "## Under load\n\n### One\n\nfirst\n\n### Two\n\nsecond\n\n";
        assert_eq!(two, format!("# All\n\ntable\n\n{sections}## How\n\nnotes\n"));
        assert_eq!(under_load(&two), sections);
        let anew = renewed(&two, "One", "### One\n\nthird\n");
        assert_eq!(anew, two.replace("first", "third"));
        assert_eq!(under_load(page), "");
    }
}
