//! An address as far as it may be shown: to the road, without the number of the house.

/// Where a road, a street, a lane or a village ends.
const ENDS: [char; 8] = ['路', '街', '道', '巷', '弄', '村', '屯', '里'];

/// `幸福路****`; of an address without a road, the first half.
pub fn to_the_road(address: &str) -> String {
    let all: Vec<char> = address.trim().chars().collect();
    if all.is_empty() {
        return String::new();
    }
    // 街道 and 道路 are one word: the last of two stands for the end.
    let end = all.iter().rposition(|c| ENDS.contains(c)).map_or(all.len() / 2, |at| at.saturating_add(1));
    let shown: String = all.iter().take(end).collect();
    format!("{shown}****")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_left_out() {
        assert_eq!(to_the_road("示范市东城区幸福路1号2单元301"), "示范市东城区幸福路****");
        assert_eq!(to_the_road("河口镇向阳村三组"), "河口镇向阳村****");
        assert_eq!(to_the_road("某小区12栋3室"), "某小区1****");
        assert_eq!(to_the_road("  "), "");
    }
}
