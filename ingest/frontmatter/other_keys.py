"""Keys that generators and well-known themes define for something else than our fields: known, so no typing errors."""

# Layout and place: Jekyll, Hexo, Hugo, Zola, MkDocs, Pelican, Eleventy.
_PLACE = """
layout template page_template type kind extends archetype weight order priority sort index position parent children
nav nav_order nav_exclude navigation has_children has_toc grand_parent menu menus main sidebar aside prev next
previous id uid uuid path file filename dir basename redirect redirects redirect_from redirect_to redirect_link
alias aliases extra extra_css extra_javascript cascade params build _build outputs headless markup linkTitle
isCJKLanguage resources sitemap robots noindex expiryDate expires expiry unlisted hidden private secret password
protected access visibility featured recommend recommended sticky top pin pinned star starred hot home homepage
front
"""

# What is shown: comments, contents, mathematics, code.
_SHOWN = """
comment comments disqus gitalk giscus waline valine twikoo toc toc_number toc_min_heading_level
toc_max_heading_level tocOpen tocDepth showToc autoCollapseToc hide_toc math mathjax katex latex mermaid chart
flowchart plantuml diagram code codeblock highlight highlight_shrink copyright copyright_author copyright_info
license licence share sharing sharenav social likes donate reward reading_time readingTime read_time minute_read
wordcount word_count words count stats lightbox gallery photos photo images img icon icons emoji logo color colour
colors background bg background_image cover_index index_img header header_img header_image headerimg heading footer
css js scripts script style styles stylesheet styleSheets classes class theme skin mode
"""

# Summaries beside the description, search engines and social cards.
_CARDS = """
excerpt excerpt_separator intro lead teaser subtitle subheadline tagline seo meta metadata og twitter twitter_card
opengraph card robotsTag feed rss podcast audio video videos music aplayer
"""

# VitePress, VuePress, Starlight, Docusaurus.
_DOCS = """
head hero features outline navbar pageClass editLink editLinks editUrl lastUpdatedText contributors breadcrumb
breadcrumbs isOriginal article timeline shortTitle containerClass changelog pagination pagination_label
pagination_next pagination_prev sidebar_label sidebar_position sidebar_class_name sidebar_custom_props
displayed_sidebar custom_edit_url hide_title hide_table_of_contents hide_footer hide hide_nav hide_sidebar
hide_comments hide_meta parse_number_prefixes truncate tableOfContents custom_docs version versions
badge badges actions
"""

# People, events, collections, translation projects.
_SUBJECT = """
series series_order subject subjects topic topics collection collections project projects event events
location venue place city country address start end start_date end_date startDate endDate deadline duration speaker
speakers presenter talk slides conference publication publications journal publisher doi isbn arxiv bibliography
references citation rating rate price level difficulty part chapter number state stage phase data site page pages
link links repo repository github gitee demo download downloads files attachments related related_posts relatedPosts
see_also more faq questions answers recipe ingredients product products owner maintainer maintainers contact email
mail avatar bio role company organization organisation department team group groups selector
proofreader translated translation translations original_author originalAuthor l10n
i18n domain area scope flag flags note notes todo task tasks model prompt generated generator tool tools
bot readmore read_more abbrlink cid post_id postid wp_id guid mid slugs wechat qrcode ms.author ms.date ms.topic
ms.service ms.custom 摘录 系列 专题 布局 置顶 评论 密码 版权 来源网站 原文作者 地点 作者简介 专栏 副标题
"""

OTHER_KEYS: tuple[str, ...] = tuple(f"{_PLACE} {_SHOWN} {_CARDS} {_DOCS} {_SUBJECT}".split())
