/** Reports made from results: console, JUnit XML, Markdown, Allure. */
@NullMarked
package dev.threadstone.render;

import org.jspecify.annotations.NullMarked;
