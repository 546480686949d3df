//! What the one who signs in as `citizen` holds: a bit of everything.

use domain::certificate::Operation;

use super::super::staff::Cast;
use super::people::one;
use super::{Later, Planned};

pub(super) fn plan(cast: &Cast) -> Vec<Planned> {
    let Some(me) = cast.residents.first() else { return Vec::new() };
    let (name, address) = (me.person.name.clone(), me.person.address.clone());
    let text = |text: &str| text.to_owned();
    vec![
        Planned {
            age: 29,
            ..one(
                me,
                "EC_IDCARD",
                7 * 365,
                vec![
                    ("household_address", address.clone()),
                    ("nation", text("汉族")),
                    ("issuing_office", text("示范市公安局")),
                ],
            )
        },
        one(
            me,
            "EC_HUKOU",
            9 * 365,
            vec![
                ("householder", name),
                ("relation", text("户主")),
                ("household_address", address.clone()),
                ("household_kind", text("家庭户")),
            ],
        ),
        Planned {
            later: Some(Later::Renewed(450)),
            ..one(
                me,
                "EC_SSCARD",
                8 * 365,
                vec![
                    ("bank_name", text("中国工商银行示范支行")),
                    ("bank_account", text("6222000000001023456")),
                ],
            )
        },
        one(me, "EC_MEDINS", 900, vec![("insured_place", text("示范市"))]),
        Planned {
            left: Some(45),
            ..one(
                me,
                "EC_DRIVER",
                2140,
                vec![("license_class", text("C1")), ("license_date", text("2014-05-16"))],
            )
        },
        one(
            me,
            "EC_VEHICLE",
            1300,
            vec![("plate_number", text("示A·10086")), ("vehicle_kind", text("小型轿车"))],
        ),
        one(
            me,
            "EC_PROPERTY",
            2000,
            vec![
                ("house_address", address.clone()),
                ("property_cert_no", text("示（2020）不动产权第0012345号")),
                ("house_area", text("89")),
                ("house_use", text("home")),
            ],
        ),
        one(
            me,
            "EC_DIPLOMA",
            13 * 365,
            vec![
                ("education_level", text("bachelor")),
                ("graduation_date", text("2012-06-30")),
                ("diploma_school", text("示范大学")),
            ],
        ),
        Planned { left: Some(-20), ..one(me, "EC_SOCINS", 110, vec![("paid_years", text("12"))]) },
        Planned { left: Some(25), ..one(me, "EC_LEASE", 340, vec![("house_address", address)]) },
        Planned {
            later: Some(Later::Done(Operation::Revoke, 60, "转让驾驶员证，吊销")),
            ..one(me, "EC_RHDRV", 800, vec![("license_class", text("C1"))])
        },
    ]
}
