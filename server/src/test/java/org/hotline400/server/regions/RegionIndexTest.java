package org.hotline400.server.regions;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hotline400.server.kernel.CallerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who is asked first, and what is never guessed.
class RegionIndexTest {
    private static final RegionIndex FRESH = RegionIndex.load();
    private static final RegionTable TABLE = RegionTable.own();

    private static CallerNumber caller(String number) {
        return CallerNumber.of(number, "");
    }

    private static Place city(String name) {
        return TABLE.city(name).orElseThrow();
    }

    private static RegionOverride override(String prefix, String city) {
        return new RegionOverride(prefix, city(city), "", "a test");
    }

    @ParameterizedTest
    @CsvSource({
        "13512345678, 重庆, 重庆, 500000, 023, 中国移动",
        "13812345678, 江苏, 连云港, 320700, 0518, 中国移动",
        "13010112345, 北京, 北京, 110000, 010, 中国联通",
        "18976000000, 海南, 海口, 460100, 0898, 中国电信"
    })
    void aMobileIsWhereTheLibrarySays(
            String number, String province, String city, String adcode, String areaCode, String carrier) {
        var located = FRESH.locate(caller(number));
        assertThat(located.region()).isEqualTo(new Region(province, city, adcode, areaCode, carrier));
        assertThat(located.source()).isEqualTo(RegionSource.LIBRARY);
    }

    @Test
    void theTableSaysOfEverySegmentWhatTheLibrarySays() {
        var slow = MobileLines.slow();
        var random = new Random(86);
        int known = 0;
        for (int i = 0; i < 100_000; i++) {
            var number = (MobileLines.FIRST_SEGMENT + random.nextInt(MobileLines.SEGMENTS)) + "1234";
            var region = FRESH.mobiles().of(number);
            assertThat(region).as(number).isEqualTo(slow.of(number));
            assertThat(FRESH.mobiles().source(number)).isEqualTo(slow.source(number));
            known += region.isUnknown() ? 0 : 1;
        }
        assertThat(known).isGreaterThan(40_000);
    }

    /// We read the library's data below its geocoder: both say the same.
    @Test
    void theLibrarysDataAreReadAsItsGeocoderReadsThem() {
        var geocoder = PhoneNumberOfflineGeocoder.getInstance();
        int known = 0;
        for (int segment = MobileLines.FIRST_SEGMENT; segment <= MobileLines.LAST_SEGMENT; segment += 501) {
            var number = new PhoneNumber().setCountryCode(86).setNationalNumber(segment * 10_000L);
            var said = geocoder.getDescriptionForValidNumber(number, Locale.CHINESE);
            var read = LibraryPlaces.address(segment);
            assertThat(read.isEmpty() ? "中国" : read).as("" + segment).isEqualTo(said);
            known += read.isEmpty() ? 0 : 1;
        }
        assertThat(known).isGreaterThan(500);
    }

    @Test
    void everyAddressOfTheLibraryIsAPlaceOfOurs() {
        int addresses = 0;
        for (int segment = MobileLines.FIRST_SEGMENT; segment <= MobileLines.LAST_SEGMENT; segment += 7) {
            var address = LibraryPlaces.address(segment);
            if (!address.isEmpty()) {
                assertThat(TABLE.written(address)).as(address).isPresent();
                addresses++;
            }
        }
        assertThat(addresses).isGreaterThan(40_000);
    }

    @ParameterizedTest
    @CsvSource({
        "16212345678, 中国电信, true",
        "16512345678, 中国移动, true",
        "16712345678, 中国联通, true",
        "17112345678, 中国联通, true",
        "17212345678, 中国移动, false",
        "17312345678, 中国电信, false",
        "17400123456, 中国电信, false",
        "17512345678, 中国联通, false",
        "19012345678, 中国电信, false",
        "19112345678, 中国电信, false",
        "19212345678, 中国广电, false",
        "19312345678, 中国电信, false",
        "19512345678, 中国移动, false",
        "19612345678, 中国联通, false",
        "19712345678, 中国移动, false",
        "19812345678, 中国移动, false",
        "19912345678, 中国电信, false"
    })
    void ofAPrefixThatTheLibraryDoesNotKnowOnlyTheCarrierIsTold(String number, String carrier, boolean isVirtual) {
        var located = FRESH.locate(caller(number));
        assertThat(located.region().isUnknown()).isTrue();
        assertThat(located.region().carrier()).isEqualTo(carrier);
        assertThat(located.carrier()).isEqualTo(new Carrier(carrier, isVirtual));
        assertThat(located.source()).isEqualTo(RegionSource.NONE);
    }

    @ParameterizedTest
    @CsvSource({"17001234567, 中国电信", "17051234567, 中国移动", "17091234567, 中国联通"})
    void theFourthDigitTellsTheNetworkOfVirtualOperators(String number, String carrier) {
        var located = FRESH.locate(caller(number));
        assertThat(located.carrier()).isEqualTo(new Carrier(carrier, true));
        assertThat(located.region().carrier()).isEqualTo(carrier);
    }

    @Test
    void theWrongRowOf173IsNotBelieved() {
        var says = new LibraryPlaces(TABLE, Corrections.own(), segment -> segment / 10_000 == 173 ? "北京市" : "上海市");
        assertThat(says.of(1_731_234)).isEmpty();
        assertThat(says.of(1_381_234)).contains(city("上海"));
    }

    @Test
    void aCorrectionStandsDownWhenTheLibraryIsPutRight() {
        var says = new LibraryPlaces(TABLE, Corrections.own(), segment -> "江苏省南京市");
        assertThat(says.of(1_731_234)).contains(city("南京"));
    }

    @Test
    void aCorrectionMayNameTheRightCity() {
        var corrections = new Corrections(List.of(new Corrections.Row("1381", "上海市", "440300")));
        var says = new LibraryPlaces(TABLE, corrections, segment -> "上海市");
        assertThat(says.of(1_381_234)).contains(city("深圳"));
        assertThat(says.of(1_382_234)).contains(city("上海"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10086", "95588", "4008888888", "+85291234567", "", "anonymous", "alice", "0334666688"})
    void servicesOtherCountriesWithheldAndStrangeNumbersHaveNoRegion(String number) {
        assertThat(FRESH.of(caller(number))).isSameAs(Region.UNKNOWN);
        assertThat(FRESH.locate(caller(number)).source()).isEqualTo(RegionSource.NONE);
    }

    @Test
    void importedSegmentsComeBeforeTheLibraryAndFillItsGaps() {
        var segments = new Segments();
        segments.put(1_381_234, city("昆明"), "");
        segments.put(1_921_234, city("拉萨"), "");
        segments.put(1_921_235, city("拉萨"), "某虚拟运营商");
        var index = new RegionIndex(TABLE, ((MobileTable) FRESH.mobiles()).with(segments), Overrides.NONE);

        assertThat(index.of(caller("13812340000"))).isEqualTo(city("昆明").region("中国移动"));
        assertThat(index.locate(caller("13812340000")).source()).isEqualTo(RegionSource.SEGMENTS);
        assertThat(index.of(caller("19212340000"))).isEqualTo(city("拉萨").region("中国广电"));
        assertThat(index.of(caller("19212350000")).carrier()).isEqualTo("某虚拟运营商");
        assertThat(index.of(caller("13812350000"))).isEqualTo(FRESH.of(caller("13812350000")));
        assertThat(FRESH.of(caller("19212340000")).isUnknown()).isTrue();
    }

    @Test
    void overridesComeBeforeAllElseTheLongestFirst() {
        var segments = new Segments();
        segments.put(1_381_234, city("昆明"), "");
        var overrides = Overrides.of(List.of(
                override("138", "广州"),
                override("1381234", "拉萨"),
                override("13812345678", "哈尔滨"),
                override("0755", "珠海"),
                new RegionOverride("192", TABLE.province("云南").orElseThrow().place(), "某运营商", "")));
        var index = new RegionIndex(TABLE, ((MobileTable) FRESH.mobiles()).with(segments), overrides);

        assertThat(index.of(caller("13899990000")).city()).isEqualTo("广州");
        assertThat(index.of(caller("13812340000"))).isEqualTo(city("拉萨").region("中国移动"));
        assertThat(index.of(caller("13812345678")).city()).isEqualTo("哈尔滨");
        assertThat(index.locate(caller("13812345678")).override()).isEqualTo("13812345678");
        assertThat(index.locate(caller("13812345678")).source()).isEqualTo(RegionSource.OVERRIDE);
        assertThat(index.of(caller("0755-66668888")).city()).isEqualTo("珠海");
        assertThat(index.of(caller("19212345678"))).isEqualTo(new Region("云南", "", "530000", "", "某运营商"));
        assertThat(index.of(caller("13712345678"))).isEqualTo(FRESH.of(caller("13712345678")));
    }

    @Test
    void aFixedLineIsToldByItsAreaCode() {
        var located = FRESH.locate(caller("0755-66668888"));
        assertThat(located.region()).isEqualTo(new Region("广东", "深圳", "440300", "0755", ""));
        assertThat(located.source()).isEqualTo(RegionSource.AREA_CODE);
    }

    @Test
    void equalRegionsAreOneObjectSoThatALookUpMakesNone() {
        assertThat(FRESH.of(caller("13812345678"))).isSameAs(FRESH.of(caller("13812345679")));
        assertThat(FRESH.of(caller("0755-66668888"))).isSameAs(FRESH.of(caller("0755-66668889")));
    }
}
