// The Android library: the Kotlin of the jar, with Android's JNA and the native libraries that
// `scripts/aar.sh` builds.
plugins {
    id("com.android.library") version "8.13.0"
    kotlin("android") version "2.2.21"
}

group = "io.github.interserver-client"

android {
    namespace = "interserver"
    compileSdk = 35
    defaultConfig {
        // The first with java.time, which dates and durations are.
        minSdk = 26
        consumerProguardFiles("consumer-rules.pro")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    sourceSets["main"].kotlin.srcDirs("../kotlin/src/main/kotlin", "build/generated/interserver")
}

kotlin {
    jvmToolchain(17)
}

dependencies {
    api("org.jetbrains.kotlinx:kotlinx-coroutines-core:1.10.2")
    implementation("net.java.dev.jna:jna:5.17.0@aar")
}
