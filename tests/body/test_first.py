from ingest.body import read_body


def test_prose_is_what_a_reader_reads() -> None:
    body = read_body("# 标题\n\n第一段，\n有`代码`与[链接](https://example.org)。\n\n- 项目 ![图](a.png){ width=60% }\n")
    assert body.prose == "标题\n\n第一段，有与链接。\n\n项目"
