package ingchain.cli.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ingchain.cli.kit.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Reads this kit's own book with Chromium. Where that or its driver is missing, it is skipped, unless INGCHAIN_BROWSER is
 * "required".
 */
@DisplayName("The book, in a browser,")
class BookInBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Selenium warns of each Chromium that is newer than itself; what this test asks of it is the same in all of them. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static DocsServer server;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() throws IOException {
        boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        assumeTrue(
                there || "required".equals(System.getenv("INGCHAIN_BROWSER")),
                "there is no " + CHROMIUM + " or no " + DRIVER + " (Debian's chromium and chromium-driver)");
        server = DocsServer.start(new Site(new Home(Path.of(System.getProperty("ingchain.root")))), 0);
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
        if (server != null) {
            server.close();
        }
    }

    @Test
    @DisplayName("has no page that is wider than a phone, that has a broken diagram, or of which the browser complains")
    void everyPage() throws IOException {
        width(PHONE);
        List<String> wrong = new ArrayList<>();
        List<String> pages = pages();
        for (String page : pages) {
            go(page);
            if (script("return document.documentElement.scrollWidth") instanceof Long wide && wide > PHONE) {
                wrong.add(page + " is " + wide + " wide");
            }
            if (!browser.findElements(By.cssSelector("svg[aria-roledescription=error]"))
                    .isEmpty()) {
                wrong.add(page + " has a diagram that cannot be drawn");
            }
            complaints().forEach(complaint -> wrong.add(page + ": " + complaint));
        }
        assertThat(wrong).isEmpty();
        assertThat(pages).contains("en/step01-server.html", "ko/step04-longest-chain.html", "bench.html");
    }

    @Test
    @DisplayName("leads from a page to the same page in the other language, and back")
    void otherLanguage() {
        width(DESK);
        go("ko/step01-server.html");
        browser.findElement(By.cssSelector("header a[lang=en]")).click();
        await("en/step01-server.html");
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Step 1: Listen");
        browser.findElement(By.cssSelector("header a[lang=ko]")).click();
        await("ko/step01-server.html");
        assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("1단계: 연결 기다리기");
    }

    @Test
    @DisplayName("finds a word, in Korean a part of one, and goes where it stands")
    void search() {
        width(DESK);
        go("en/index.html");
        find("reflection on the type name");
        await("en/step03-message.html#32-choose-the-handler-method-by-reflection-on-the-type-name");
        go("ko/index.html");
        find("리플렉");
        assertThat(browser.getCurrentUrl()).contains("/ko/");
        await("#");
        go("ko/index.html");
        search("없는낱말");
        assertThat(results()).containsExactly("찾은 것이 없습니다");
    }

    @Test
    @DisplayName("changes from light to dark and keeps that from page to page, diagrams included")
    void dark() {
        width(DESK);
        go("en/what-we-build.html");
        String light = background();
        browser.findElement(By.id("theme")).click();
        until(() -> !background().equals(light));
        String dark = background();
        go("en/start-here.html");
        assertThat(background()).isEqualTo(dark);
        browser.findElement(By.id("theme")).click();
        until(() -> background().equals(light));
        assertThat(complaints()).isEmpty();
    }

    @Test
    @DisplayName("hides its contents on a phone, until one asks for them")
    void menu() {
        width(PHONE);
        go("ko/step02-client.html");
        WebElement contents = browser.findElement(By.id("contents"));
        assertThat(contents.isDisplayed()).isFalse();
        browser.findElement(By.id("menu")).click();
        until(contents::isDisplayed);
        contents.findElement(By.cssSelector("a[href^='step03-message.html']")).click();
        await("ko/step03-message.html");
        assertThat(browser.findElement(By.id("contents")).isDisplayed()).isFalse();
    }

    /** All pages of the book, in both languages. */
    private static List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>();
        Home home = new Home(Path.of(System.getProperty("ingchain.root")));
        Addresses addresses = new Addresses(home);
        for (String language : List.of("en", "ko")) {
            Book.read(home, language).entries().stream()
                    .map(entry -> addresses.address(entry.file()))
                    .filter(page -> !pages.contains(page))
                    .forEach(pages::add);
        }
        return pages;
    }

    /** Opens a page, and waits until its scripts have done what they do. */
    private static void go(String page) {
        browser.get(server.address() + page);
        until(() -> Boolean.TRUE.equals(script("""
                return document.readyState === "complete"
                    && [...document.querySelectorAll("pre.mermaid")]
                        .every(each => each.dataset.processed || each.closest("details:not([open])"))""")));
    }

    private static void search(String words) {
        WebElement input = browser.findElement(By.cssSelector("#search input"));
        input.sendKeys(words);
        until(() -> !results().isEmpty());
    }

    private static void find(String words) {
        search(words);
        assertThat(results().get(0)).containsIgnoringCase(words);
        browser.findElement(By.cssSelector("#search input")).sendKeys(Keys.ENTER);
    }

    private static List<String> results() {
        return browser.findElements(By.cssSelector("#search li")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static String background() {
        return String.valueOf(script("return getComputedStyle(document.body).backgroundColor"));
    }

    private static List<String> complaints() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    private static void width(int pixels) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", pixels == PHONE));
    }

    private static Object script(String text) {
        return browser.executeScript(text);
    }

    private static void await(String address) {
        until(() -> browser.getCurrentUrl().contains(address));
    }

    private static void until(BooleanSupplier holds) {
        new WebDriverWait(browser, PATIENCE).until(any -> holds.getAsBoolean());
    }
}
