use std::collections::BTreeMap;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Iterable, Statement, sea_query::ColumnType};

use crate::{Error, Kind, Portal, both_databases};

both_databases! {
    async fn every_step_goes_up_down_and_up_again(portal: TestPortal) {
        Migrator::down(&portal.db.read, None).await.unwrap();
        assert!(!portal.db.migrations_current().await.unwrap());
        portal.db.migrate().await.unwrap();
        assert!(portal.db.migrations_current().await.unwrap());
        portal.db.ping().await.unwrap();
    }

    async fn a_transaction_not_committed_leaves_nothing(portal: TestPortal) {
        let insert = "INSERT INTO setting (key, value) VALUES ('name', '\"x\"')";
        let tx = portal.db.begin().await.unwrap();
        tx.execute_unprepared(insert).await.unwrap();
        drop(tx);
        let tx = portal.db.begin().await.unwrap();
        tx.execute_unprepared(insert).await.unwrap();
        tx.commit().await.unwrap();
        let error = Error::from(portal.db.write.execute_unprepared(insert).await.unwrap_err());
        assert!(matches!(error.kind(), Kind::Conflict), "{error:?} {:?}", error.causes());
    }

    async fn the_database_itself_refuses_what_is_not_there(portal: TestPortal) {
        for statement in [
            "INSERT INTO calendar_day (date, kind, name) VALUES ('2026-01-01', 'feast', 'x')",
            "INSERT INTO item_subject (item_id, subject) VALUES ('XX-999', 'elder')",
            "INSERT INTO certificate_type (code, name) VALUES ('1', 'x')",
        ] {
            assert!(portal.db.write.execute_unprepared(statement).await.is_err(), "{statement}");
        }
    }

    async fn the_entities_fit_the_schema(portal: TestPortal) {
        let schema = schema(&portal).await;
        fits(entity::account::Entity, &schema);
        fits(entity::audit::Entity, &schema);
        fits(entity::bundle::Entity, &schema);
        fits(entity::bundle_item::Entity, &schema);
        fits(entity::calendar_coverage::Entity, &schema);
        fits(entity::calendar_day::Entity, &schema);
        fits(entity::case_event::Entity, &schema);
        fits(entity::case_file::Entity, &schema);
        fits(entity::case_material::Entity, &schema);
        fits(entity::certificate_type::Entity, &schema);
        fits(entity::counter::Entity, &schema);
        fits(entity::counter_delta::Entity, &schema);
        fits(entity::department::Entity, &schema);
        fits(entity::division::Entity, &schema);
        fits(entity::draft::Entity, &schema);
        fits(entity::hall::Entity, &schema);
        fits(entity::idempotency::Entity, &schema);
        fits(entity::implementation::Entity, &schema);
        fits(entity::item::Entity, &schema);
        fits(entity::item_event::Entity, &schema);
        fits(entity::item_subject::Entity, &schema);
        fits(entity::material::Entity, &schema);
        fits(entity::person::Entity, &schema);
        fits(entity::session::Entity, &schema);
        fits(entity::setting::Entity, &schema);
        fits(entity::upload::Entity, &schema);
        fits(entity::window::Entity, &schema);
    }
}

/// Type and nullability of every column, by table and column.
async fn schema(portal: &Portal) -> BTreeMap<(String, String), (String, bool)> {
    let sql = if portal.db.is_sqlite() {
        "SELECT m.name AS t, p.name AS c, lower(p.type) AS k, p.\"notnull\" = 0 AND p.pk = 0 AS n
         FROM sqlite_schema m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
    } else {
        "SELECT table_name::text AS t, column_name::text AS c, data_type::text AS k, is_nullable = 'YES' AS n
         FROM information_schema.columns WHERE table_schema = current_schema()"
    };
    let all = Statement::from_string(portal.db.read.get_database_backend(), sql);
    let rows = portal.db.read.query_all_raw(all).await.unwrap();
    let row = |row: &sea_orm::QueryResult| {
        let text = |name: &str| row.try_get::<String>("", name).unwrap();
        ((text("t"), text("c")), (text("k"), row.try_get::<bool>("", "n").unwrap()))
    };
    rows.iter().map(row).collect()
}

/// sqlx refuses a column whose width differs from the field's.
fn fits<E: EntityTrait>(entity: E, schema: &BTreeMap<(String, String), (String, bool)>) {
    let table = entity.table_name().to_owned();
    let own = schema.keys().filter(|(t, _)| *t == table).count();
    assert_eq!(own, E::Column::iter().count(), "columns of {table}");
    for column in E::Column::iter() {
        let def = column.def();
        let name = sea_orm::IdenStatic::as_str(&column).to_owned();
        let (kind, null) = schema.get(&(table.clone(), name.clone())).unwrap();
        assert_eq!(*null, def.is_null(), "{table}.{name}");
        assert!(names(def.get_column_type()).contains(&kind.as_str()), "{table}.{name} is {kind}");
    }
}

/// What PostgreSQL and SQLite call a type.
fn names(kind: &ColumnType) -> &'static [&'static str] {
    match kind {
        ColumnType::Uuid => &["uuid", "uuid_text"],
        ColumnType::Text => &["text"],
        ColumnType::SmallInteger => &["smallint"],
        ColumnType::Integer => &["integer"],
        // A key that counts itself up is always called integer by SQLite, where it has 64 bits.
        ColumnType::BigInteger => &["bigint", "integer"],
        ColumnType::Boolean => &["boolean"],
        ColumnType::Date => &["date", "date_text"],
        ColumnType::TimestampWithTimeZone => &["timestamp with time zone", "timestamp_with_timezone_text"],
        ColumnType::JsonBinary => &["jsonb", "jsonb_text"],
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_database_that_cannot_be_reached_is_unavailable() {
    for url in ["sqlite:///proc/nowhere/x.db", "postgres://nobody@127.0.0.1:1/none"] {
        let error = crate::Db::connect(url).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Unavailable | Kind::NotFound), "{error:?}");
    }
}

async fn sqlite(portal: crate::testing::TestPortal) {
    let number = async |sql: &str| {
        let ask = Statement::from_string(portal.db.write.get_database_backend(), sql);
        let row = portal.db.write.query_one_raw(ask).await.unwrap().unwrap();
        row.try_get_by_index::<i64>(0).unwrap()
    };
    // 2 is FULL: an acknowledged case survives a power cut.
    assert_eq!(number("PRAGMA synchronous").await, 2);
    assert_eq!(number("PRAGMA foreign_keys").await, 1);
    number("PRAGMA max_page_count = 1").await;
    let fill = "INSERT INTO setting (key, value) VALUES ('x', printf('%.*c', 1000000, 'x'))";
    let error = Error::from(portal.db.write.execute_unprepared(fill).await.unwrap_err());
    assert!(matches!(error.kind(), Kind::Full), "{error:?} {:?}", error.causes());
}

#[tokio::test]
async fn sqlite_writes_durably_and_a_full_disk_is_told_as_such() {
    crate::testing::run(crate::testing::Engine::Sqlite, sqlite).await;
}
